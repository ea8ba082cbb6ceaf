import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { killGroup } from './process-group.ts'

/** A Syncthing node on this machine's loopback, with one folder that it shares with one other node. */
export interface SyncNode {
  /** The folder that is shared. */
  readonly folder: string
  readonly stop: () => Promise<void>
}

/** Two nodes that share a folder with each other and with nobody else. */
export interface SyncPair {
  readonly a: SyncNode
  readonly b: SyncNode
  /** Cuts the two off from each other. */
  readonly disconnect: () => Promise<void>
  readonly connect: () => Promise<void>
  /** Waits until both folders hold the same files with the same content. */
  readonly untilSame: () => Promise<void>
  readonly stop: () => Promise<void>
}

interface Place {
  readonly home: string
  readonly folder: string
  readonly id: string
  readonly port: number
  readonly gui: number
}

const key = 'galley-tests'

/**
 * Starts two real nodes, whose homes and folders (`a`, `b`) are made in `root`. They know each other by their
 * addresses and talk to nobody else: no discovery, relays, port mapping, reports or upgrades.
 * @throws with what to install where there is no `syncthing`
 */
export async function startSyncPair(root: string): Promise<SyncPair> {
  const [placeA, placeB] = [await makePlace(join(root, 'a')), await makePlace(join(root, 'b'))]
  const a = await startNode(placeA, placeB)
  const b = await startNode(placeB, placeA)
  const pair: SyncPair = {
    a: { folder: placeA.folder, stop: a },
    b: { folder: placeB.folder, stop: b },
    disconnect: async () => {
      await ask(placeA, 'POST', `system/pause?device=${placeB.id}`)
      await ask(placeB, 'POST', `system/pause?device=${placeA.id}`)
      await until(async () => !(await isConnected(placeA, placeB)) && !(await isConnected(placeB, placeA)))
    },
    connect: async () => {
      await ask(placeA, 'POST', `system/resume?device=${placeB.id}`)
      await ask(placeB, 'POST', `system/resume?device=${placeA.id}`)
      await until(async () => (await isConnected(placeA, placeB)) && (await isConnected(placeB, placeA)))
    },
    untilSame: () =>
      until(async () => {
        await Promise.all([placeA, placeB].map(place => ask(place, 'POST', 'db/scan?folder=desk')))
        return filesIn(placeA.folder) === filesIn(placeB.folder)
      }),
    stop: async () => {
      await Promise.all([a(), b()])
    },
  }
  await pair.connect()
  return pair
}

async function makePlace(root: string): Promise<Place> {
  const place = { home: join(root, 'home'), folder: join(root, 'desk') }
  mkdirSync(place.home, { recursive: true })
  mkdirSync(place.folder)
  try {
    execFileSync('syncthing', ['generate', `--home=${place.home}`], {
      stdio: 'pipe',
      env: { ...process.env, HOME: root, STNODEFAULTFOLDER: '1' },
    })
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new Error(
      `Syncthing could not be started; install the Debian package syncthing (npm test does it). ${reason}`,
    )
  }
  const id = /<device id="([A-Z0-9-]+)"/.exec(readFileSync(join(place.home, 'config.xml'), 'utf8'))?.[1]
  if (id === undefined) throw new Error('Syncthing generated no device id')
  return { ...place, id, port: await freePort(), gui: await freePort() }
}

async function startNode(own: Place, other: Place): Promise<() => Promise<void>> {
  writeFileSync(join(own.home, 'config.xml'), configOf(own, other))
  const node = spawn('syncthing', ['serve', `--home=${own.home}`, '--no-browser', '--no-restart'], {
    stdio: 'ignore',
    detached: true,
    env: { ...process.env, HOME: own.home, STNOUPGRADE: '1', STNODEFAULTFOLDER: '1' },
  })
  await until(() =>
    ask(own, 'GET', 'system/ping').then(
      () => true,
      () => false,
    ),
  )
  return () => killGroup(node)
}

function configOf(own: Place, other: Place): string {
  const device = ({ id, port }: Place) =>
    `<device id="${id}" compression="metadata"><address>tcp://127.0.0.1:${port}</address></device>`
  return `<configuration version="35">
  <folder id="desk" path="${own.folder}" type="sendreceive" rescanIntervalS="3600" fsWatcherEnabled="true" fsWatcherDelayS="1">
    <device id="${own.id}"/><device id="${other.id}"/>
    <maxConflicts>10</maxConflicts>
  </folder>
  ${device(own)}
  ${device(other)}
  <gui enabled="true" tls="false"><address>127.0.0.1:${own.gui}</address><apikey>${key}</apikey></gui>
  <options>
    <listenAddress>tcp://127.0.0.1:${own.port}</listenAddress>
    <globalAnnounceEnabled>false</globalAnnounceEnabled>
    <localAnnounceEnabled>false</localAnnounceEnabled>
    <relaysEnabled>false</relaysEnabled>
    <natEnabled>false</natEnabled>
    <stunServer></stunServer>
    <crashReportingEnabled>false</crashReportingEnabled>
    <urAccepted>-1</urAccepted>
    <autoUpgradeIntervalH>0</autoUpgradeIntervalH>
    <startBrowser>false</startBrowser>
    <reconnectionIntervalS>1</reconnectionIntervalS>
    <setLowPriority>false</setLowPriority>
  </options>
</configuration>
`
}

async function ask(place: Place, method: 'GET' | 'POST', path: string): Promise<unknown> {
  const response = await fetch(`http://127.0.0.1:${place.gui}/rest/${path}`, {
    method,
    headers: { 'X-API-Key': key },
  })
  if (!response.ok) throw new Error(`Syncthing answered ${response.status} to ${path}`)
  const text = await response.text()
  return text === '' ? null : JSON.parse(text)
}

async function isConnected(own: Place, other: Place): Promise<boolean> {
  const { connections } = (await ask(own, 'GET', 'system/connections')) as {
    connections: Record<string, { connected: boolean } | undefined>
  }
  return connections[other.id]?.connected === true
}

/** The names and contents of a folder's files, as one text; those that Syncthing hides left out. */
function filesIn(folder: string): string {
  const names = readdirSync(folder).filter(name => !name.startsWith('.'))
  return JSON.stringify(names.toSorted().map(name => [name, readFileSync(join(folder, name), 'base64')]))
}

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(done => server.listen(0, '127.0.0.1', done))
  const address = server.address()
  await new Promise(done => server.close(done))
  if (address === null || typeof address === 'string') throw new Error('No free port')
  return address.port
}

async function until(holds: () => Promise<boolean>): Promise<void> {
  const end = Date.now() + 60_000
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('Syncthing did not come to it within a minute')
    await new Promise(done => setTimeout(done, 200))
  }
}
