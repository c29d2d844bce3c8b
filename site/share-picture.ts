/** The picture of link previews: site/public/share.png, drawn in site/drawings/share.svg. */
export const sharePicture = {
  path: '/share.png',
  width: 1200,
  height: 630,
  words: '遇上难事，先问一声：三个人坐在巷子里的桌边说话',
}

/**
 * Its URL for og:image. Readers of the tag expect an absolute URL; until a county has set its own (`url` in
 * content/site.yaml; RFC 2606 reserves `.invalid`), only the path is known.
 */
export const pictureAddress = (site: string): string => {
  const { hostname } = new URL(site)
  return hostname.endsWith('.invalid') ? sharePicture.path : new URL(sharePicture.path, site).href
}
