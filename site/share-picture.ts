/** The picture that goes with a shared link: site/public/share.png, drawn in site/drawings/share.svg. */
export const sharePicture = {
  path: '/share.png',
  width: 1200,
  height: 630,
  words: '遇上难事，先问一声：三个人坐在巷子里的桌边说话',
}

/**
 * Its address in og:image. Readers of the tag want a full address; until a county has set its own (`url` in
 * content/site.yaml; RFC 2606 keeps `.invalid` for what is nobody's), a path is all that is true.
 */
export const pictureAddress = (site: string): string => {
  const { hostname } = new URL(site)
  return hostname.endsWith('.invalid') ? sharePicture.path : new URL(sharePicture.path, site).href
}
