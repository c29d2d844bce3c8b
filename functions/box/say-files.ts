import { ownCommand } from './instance.ts'
import { statePaths } from './paths.ts'

/** Lines for a terminal about files of evidence that are not as they should be. @param state where they belong */
export const sayFiles = (missing: string[], damaged: string[], state: string): string[] => [
  ...(missing.length > 0 ? [`缺 ${missing.length} 个证据文件：${missing.join(' ')}`] : []),
  ...(damaged.length > 0
    ? [`坏了 ${damaged.length} 个证据文件（和备份时的大小、SHA-256 不一样）：${damaged.join(' ')}`]
    : []),
  ...(missing.length + damaged.length > 0
    ? [
        `请在别的备份盘的 files/ 里找同名的文件，放进 ${statePaths(state).files}/，交给网站的账号（sudo chown --reference=${state} ${statePaths(state).files}/<文件>），再运行 sudo ${ownCommand()} verify。`,
      ]
    : []),
]
