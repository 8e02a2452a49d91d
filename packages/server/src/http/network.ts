// Where a request comes from: what one machine is given to choose its addresses from counts as one.
import ipaddr from 'ipaddr.js';

/** An IPv4 address, or the first half of one of IPv6: a single customer has as many of those as there are others. */
export function networkOf(address: string): string {
  if (!ipaddr.isValid(address)) return address;
  const parsed = ipaddr.process(address);
  if (parsed instanceof ipaddr.IPv4) return parsed.toString();
  return `${parsed.parts
    .slice(0, 4)
    .map((part) => part.toString(16))
    .join(':')}::/64`;
}
