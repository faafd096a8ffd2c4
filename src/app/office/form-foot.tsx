/** The foot of an office form: how much is still wrong, why nothing was kept, and the two ways on. */
import { useTranslation } from 'react-i18next';
import type { SaveFault } from '../../sync/client/device.ts';
import { Button, ButtonLink, Message } from '../ui/index.ts';
import { ChangeFault } from './change-state.tsx';

export interface FormFootProps {
  /** Fields that are wrong and are marked; 0 before the first try. */
  wrong: number;
  fault: SaveFault | null;
  busy: boolean;
  onSave: () => Promise<void>;
  /** Leaving without saving: what was typed is forgotten, and where it leads. */
  onLeave?: () => void;
  cancelTo: string;
}

export function FormFoot({ wrong, fault, busy, onSave, onLeave, cancelTo }: FormFootProps) {
  const { t } = useTranslation('office');
  return (
    <>
      {wrong > 0 && <Message tone="amber" title={t('form.fix', { n: wrong })} />}
      <ChangeFault fault={fault} />
      <div className="office-form-actions">
        <Button kind="main" type="submit" busy={busy} onClick={() => void onSave()}>
          {t(busy ? 'form.saving' : 'form.save')}
        </Button>
        <ButtonLink kind="quiet" to={cancelTo} onClick={onLeave}>
          {t('form.cancel')}
        </ButtonLink>
      </div>
    </>
  );
}
