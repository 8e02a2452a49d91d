// The header that saves an answer as a file, under a name of any script (RFC 6266, RFC 5987).

/** `content-disposition` for `name`: plain for old readers, whole for the others. */
export function attachment(name: string): string {
  const portable = portableName(name);
  const plain = portable.replaceAll(/[^\x20-\x7e]|%/g, '_');
  const whole = encodeURIComponent(portable).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** What Windows keeps for devices, whatever follows the point. */
const reserved = /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i;

/** A name that every system can save a file under: no path, no device, nothing that cannot be seen. */
export function portableName(name: string): string {
  const safe = name.replaceAll(/[<>:"/\\|?*]|\p{Cc}|\p{Surrogate}/gu, '_').replace(/[. ]+$/, '');
  if (/^\.*$/.test(safe)) return 'file';
  return reserved.test(safe) ? `_${safe}` : safe;
}
