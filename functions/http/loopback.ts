/**
 * True for localhost, 127.0.0.0/8 and ::1.
 * @param host a name or address, normalised as `URL` or a socket gives it; IPv6 with or without the brackets of a URL
 */
export const isLoopback = (host: string): boolean => /^(localhost|::1|\[::1\]|127(\.\d{1,3}){3})$/.test(host)
