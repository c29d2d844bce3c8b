// Keeps hotlines, and lessons that were read, for a time without a network. Nothing else: no page with a way out (about
// violence or bullying), no search, no form, nothing that a person wrote or that is theirs. The network always comes
// first. `Clear-Site-Data: "storage"` (/leave) removes this worker and all it kept.
const cacheName = 'kept-1'
const contacts = '/contacts/'
const mostLessons = 40

const isContacts = (path) => path.startsWith(contacts)
const isLesson = (path) => /^\/lessons\/[a-z-]+\/[a-z0-9-]+\/$/.test(path)

/** The address under which an answer is kept; null for everything that never is. */
const keptAs = (request) => {
  const { origin, pathname } = new URL(request.url)
  const asked = request.method === 'GET' && request.mode === 'navigate' && origin === self.location.origin
  return asked && (isContacts(pathname) || isLesson(pathname)) ? pathname : null
}

const keep = async (path, answer) => {
  if (!answer.ok || answer.redirected || /no-store/.test(answer.headers.get('cache-control') || '')) return
  const text = await answer.text()
  if (text.includes('data-leave')) return
  const cache = await self.caches.open(cacheName)
  await cache.put(path, new Response(text, { headers: answer.headers }))
  const lessons = (await cache.keys()).filter(({ url }) => isLesson(new URL(url).pathname))
  for (const oldest of lessons.slice(0, Math.max(0, lessons.length - mostLessons))) await cache.delete(oldest)
}

self.addEventListener('install', (event) => {
  self.skipWaiting()
  event.waitUntil(self.fetch(contacts).then((answer) => keep(contacts, answer)))
})

self.addEventListener('activate', (event) => {
  const old = async () => {
    for (const name of await self.caches.keys()) if (name !== cacheName) await self.caches.delete(name)
    await self.clients.claim()
  }
  event.waitUntil(old())
})

self.addEventListener('fetch', (event) => {
  const path = keptAs(event.request)
  if (!path) return
  const fromNetwork = async () => {
    const answer = await self.fetch(event.request)
    event.waitUntil(keep(path, answer.clone()))
    return answer
  }
  const kept = async (fault) => {
    const cache = await self.caches.open(cacheName)
    const answer = await cache.match(path)
    if (answer) return answer
    throw fault
  }
  event.respondWith(fromNetwork().catch(kept))
})
