/** True for localhost, 127.0.0.0/8 and ::1. Takes `hostname` as `URL` returns it, with addresses normalised. */
export const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)
