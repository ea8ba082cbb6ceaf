import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright'

/** What axe finds wrong in both themes, as short lines. */
export async function violations(page: Page): Promise<string[]> {
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    await page.locator(`html[data-theme="${colorScheme}"]`).waitFor({ state: 'attached' })
    // Legacy mode: Electron cannot open the second page that axe would otherwise use.
    const results = await new AxeBuilder({ page }).setLegacyMode().analyze()
    for (const { id, nodes } of results.violations) {
      found.push(...nodes.map(node => `${colorScheme} ${id}: ${node.html.slice(0, 160)}`))
    }
  }
  return found
}
