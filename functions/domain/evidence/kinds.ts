/**
 * The kinds of file that are taken as evidence. A kind is told by the bytes of a file, never by its name. `keptDays` is
 * how long it is kept after the last step of a case that has ended (本县规定; docs/adr/0040-evidence.md): a voice tells
 * more of a person than a picture of a receipt.
 */
export const fileKinds = {
  jpeg: { name: '照片', group: 'picture', type: 'image/jpeg', extension: 'jpg', keptDays: 730 },
  png: { name: '图片', group: 'picture', type: 'image/png', extension: 'png', keptDays: 730 },
  webp: { name: '图片', group: 'picture', type: 'image/webp', extension: 'webp', keptDays: 730 },
  pdf: { name: 'PDF 文件', group: 'document', type: 'application/pdf', extension: 'pdf', keptDays: 730 },
  m4a: { name: '录音', group: 'sound', type: 'audio/mp4', extension: 'm4a', keptDays: 365 },
  mp3: { name: '录音', group: 'sound', type: 'audio/mpeg', extension: 'mp3', keptDays: 365 },
  webm: { name: '录音', group: 'sound', type: 'audio/webm', extension: 'webm', keptDays: 365 },
} as const

export type FileKind = keyof typeof fileKinds

export const fileKindIds = Object.keys(fileKinds) as [FileKind, ...FileKind[]]

/**
 * What a file field accepts. Kinds are named one by one: phones turn HEIC into JPEG when it is not among them, and do not
 * with `image/*` (WebKit bugs 267277, 273444).
 */
export const accepted = [...fileKindIds.map((id) => fileKinds[id].type), '.m4a', '.mp3'].join(',')

/** Who may be shown a file: those who handle the case, or the other side as well. */
export const audiences = {
  mediator: '只给办的人看',
  both: '也可以给对方看',
} as const

export type Audience = keyof typeof audiences

export const audienceIds = Object.keys(audiences) as [Audience, ...Audience[]]
