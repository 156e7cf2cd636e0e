import { addAttachmentInput } from '@/lib/cases/attachments/attachment'
import { itemsOf, knownText } from '@/lib/cases/case-file'
import { addAttachment } from '@/lib/cases/commands/attach-file'
import { getCase } from '@/lib/cases/queries'
import type { Vertebra } from '@/lib/clinical/spine'
import type { Stage } from './demo-board'
import type { Part } from './story'

/** A drawn picture with what is said of it; `modality` names the study of the case that it stands for. */
type Drawn = { drawing: Buffer; name: string; modality: string; level: Vertebra; caption: string }

/** One person attaches key images to a case, in this order. */
export async function attachImages(
  stage: Stage,
  caseId: string,
  { at, by }: { at: Date; by: Part },
  images: readonly Drawn[],
): Promise<void> {
  const actor = stage.actors[by]
  const view = await getCase(actor, caseId)
  if (!view) throw new Error('The case of the story is missing')
  const studies = itemsOf(view.file, 'imaging')
  for (const { drawing, name, modality, level, caption } of images) {
    const study = studies.find((item) => knownText(view.file, 'imaging', 'modality', item) === modality) ?? null
    const file = new File([new Uint8Array(drawing)], name)
    const input = addAttachmentInput.parse({ caseId, kind: 'key-image', study, level, caption, file })
    await stage.act(at, () => addAttachment(actor, input))
  }
}
