import { updateSettings, useSettings } from '../../store/settings.ts'
import { useCommands } from '../../ui/commands.ts'

/** The commands that change the settings. `onIdentity` opens the dialog for name and initials. */
export function useSettingsCommands({ onIdentity }: { readonly onIdentity: () => void }): void {
  const { theme, spelling } = useSettings()
  const choose = (wanted: typeof theme) => ({
    run: () => void updateSettings({ theme: wanted }),
    checked: theme === wanted,
  })
  useCommands({
    'view.theme-system': choose('system'),
    'view.theme-light': choose('light'),
    'view.theme-dark': choose('dark'),
    'view.spelling': { run: () => void updateSettings({ spelling: !spelling }), checked: spelling },
    'help.identity': { run: onIdentity },
  })
}
