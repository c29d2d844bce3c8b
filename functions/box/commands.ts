import type { Run } from './run.ts'

/** The subcommands of the program, in the order in which its help lists them. Each is loaded by its first use. */

interface Command {
  /** One line for the help. */
  says: string
  load: () => Promise<{ run: Run }>
}

export const commands: Record<string, Command> = {
  serve: { says: '运行网站（平时由 systemd 启动）', load: () => import('./commands/serve.ts') },
  'first-run': {
    says: '第一次安装：做钥匙、建数据库、建第一位管理员',
    load: () => import('./commands/first-run.ts'),
  },
  keys: { says: '钥匙和数据库对不对得上', load: () => import('./commands/keys.ts') },
  status: { says: '看一眼：程序、数据库、备份、磁盘是否正常', load: () => import('./commands/status.ts') },
  backup: { says: '现在备份一次（平时每小时自动一次）', load: () => import('./commands/backup.ts') },
  migrate: { says: '先备份，再升级数据库（平时启动时自动做）', load: () => import('./commands/migrate.ts') },
  restore: { says: '把一份备份恢复到空的数据文件夹', load: () => import('./commands/restore.ts') },
  verify: { says: '逐件核对所有案件的历史和证据文件', load: () => import('./commands/verify.ts') },
  staff: { says: '新建账号，或给丢了密码的人重置', load: () => import('./commands/staff.ts') },
  erase: { says: '抹除一个案件里的一个人', load: () => import('./commands/erase.ts') },
  'merge-area': { says: '合并乡镇、村以后，把案件移过去', load: () => import('./commands/merge-area.ts') },
  import: { says: '从 Cloudflare 导入', load: () => import('./commands/import.ts') },
  export: { says: '导出给 Cloudflare', load: () => import('./commands/export.ts') },
}

/** The help: one line for each command. */
export const usage = (): string =>
  [
    '用法：liuchixiang <命令>',
    ...Object.entries(commands).map(([name, { says }]) => `  ${name.padEnd(12)}${says}`),
  ].join('\n')
