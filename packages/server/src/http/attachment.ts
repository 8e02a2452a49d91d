// The header that saves an answer as a file, under a name of any script (RFC 6266, RFC 5987).

/** `content-disposition` for `name`: plain for old readers, whole for the others. */
export function attachment(name: string): string {
  const plain = name.replaceAll(/[^\x20-\x7e]|["\\/%]/g, '_');
  const whole = encodeURIComponent(name.replaceAll(/[/\\]/g, '_')).replaceAll(
    /['()*]/g,
    (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
