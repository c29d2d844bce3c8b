import type { Hono } from 'hono'
import { actions } from '#domain/routes/site.ts'
import type { Ports } from '#ports'
import type { FollowingStore } from '#store/ports/following.ts'
import { codeAgainRoutes } from '../code-again/routes.tsx'
import type { TrackingSession } from '../session.ts'
import { CopyPage, copyTitle } from './page.tsx'
import { readCopy } from './read-copy.ts'

/** A copy of the case, after the code was entered once more: /track/copy. */
export const copyRoutes = (ports: Ports<FollowingStore>, session: TrackingSession): Hono =>
  codeAgainRoutes(
    ports,
    session,
    {
      path: actions.trackCopy,
      title: copyTitle,
      about:
        '您交的、您说的、给您的话、说好的协议和走过的步骤，都在一页里，可以打印。里面有姓名和电话，请把查询码再填一次。',
      button: '看副本',
    },
    async (followed) => <CopyPage copy={await readCopy(ports, followed)} now={ports.clock()} />,
    { also: 'agreement' },
  )
