/**
 * Why a file is not taken, each with a sentence that says how to give it instead. The list decides nothing about a case:
 * it is the same for all of them.
 */
export const fileFaults = {
  none: '请先选一份要交的照片、录音或者 PDF。',
  empty: '这份文件是空的，没有收下。请打开看一看，再传一次。',
  tooBig:
    '这份文件超过 10 MB，没有收下。照片可以先在手机上缩小，或者截图再传；录音可以分成几段；PDF 可以分成几份。',
  several: '一次只能交一份。请一份一份地交。',
  heic: '这是 HEIC 格式的照片，很多电脑打不开，没有收下。请在相册里选这张照片直接上传，或者先截图再传。',
  office: '这是 Word、表格一类的文件，里面可能带程序，没有收下。请导出成 PDF，或者拍照再传。',
  unknown: '只收照片（JPG、PNG、WebP）、PDF 和录音（M4A、MP3、WebM）。这份文件不是这几种，没有收下。',
  odd: '这份文件的格式很少见，打开不一定看得到，没有收下。请截图或者重新导出，再传一次。',
  broken: '这份文件不完整，或者已经损坏，没有收下。请重新拍照、录音或者导出，再传一次。',
  pixels: '这张图片的尺寸太大，没有收下。请缩小以后再传。',
  moving: '这里不收视频和动图。请传照片；要紧的几个画面，可以截图；声音可以另存成录音。',
  tail: '这份文件后面还带着别的文件，没有收下。请重新导出一份，或者拍照上传。',
  script: '这份 PDF 里带有程序、表单动作或者别的文件，为了安全没有收下。请打印成新的 PDF，或者拍照上传。',
  locked: '这份 PDF 设了密码，打不开，没有收下。请去掉密码再传，或者拍照上传。',
  swollen: '这份 PDF 展开以后太大，没有收下。请打印成新的 PDF，或者拍照上传。',
} as const

export type FileFault = keyof typeof fileFaults
