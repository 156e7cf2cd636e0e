import { ensureBuild } from './build'
import { runCommand } from './say'

await runCommand(() => ensureBuild())
