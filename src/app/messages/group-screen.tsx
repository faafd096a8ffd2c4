/** One group: its name, which unit may use it, and the people in it. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate, useParams } from 'react-router';
import type { Registry } from '../../domain/registry/registry.ts';
import type { MessageGroup } from '../../sync/messages-protocol.ts';
import { OfficePage } from '../office/frame.tsx';
import { newId } from '../office/ids.ts';
import { unitsInOrder } from '../office/overview.ts';
import { useMessageGroups } from '../outings/text-messages.ts';
import { Button, Confirm, Message, SelectField, TextField, useDevice } from '../ui/index.ts';
import { People } from './people.tsx';
import { Problem } from './problem.tsx';

/** Characters. */
const NAME = 40;
const ALL = '*';

function Named({ group, registry }: { group: MessageGroup | null; registry: Registry }) {
  const { t } = useTranslation('messages');
  const device = useDevice();
  const navigate = useNavigate();
  const [name, setName] = useState(group?.name ?? '');
  const [unit, setUnit] = useState(group ? (group.unit ?? ALL) : ALL);
  const [tried, setTried] = useState(false);
  const [busy, setBusy] = useState(false);
  const [end, setEnd] = useState<'saved' | { code: string } | null>(null);
  const units = unitsInOrder(registry).map((one) => ({ value: one.id, label: one.name }));
  const save = async (): Promise<void> => {
    setTried(true);
    const given = name.trim();
    if (given === '' || given.length > NAME) return;
    setBusy(true);
    const id = group?.id ?? newId('g');
    const answer = await device.changeMessageGroup({
      do: 'set',
      id,
      name: given,
      unit: unit === ALL ? null : unit,
    });
    setBusy(false);
    setEnd(answer.ok ? 'saved' : { code: answer.code });
    if (answer.ok && !group) void navigate(`/office/messages/groups/${id}`, { replace: true });
  };
  return (
    <form className="office-form office-panel" onSubmit={(event) => event.preventDefault()}>
      <TextField
        label={t('groups.name')}
        hint={t('groups.nameHint')}
        required
        value={name}
        maxLength={NAME}
        error={tried && name.trim() === '' ? t('groups.missing') : null}
        onChange={setName}
      />
      <SelectField
        label={t('groups.unit')}
        value={unit}
        options={[{ value: ALL, label: t('groups.all') }, ...units]}
        onChange={setUnit}
      />
      {end === 'saved' && <Message tone="green" title={t('groups.saved')} />}
      <Problem code={end !== null && end !== 'saved' ? end.code : null} />
      <div className="office-form-actions">
        <Button kind="main" type="submit" busy={busy} onClick={() => void save()}>
          {t('groups.save')}
        </Button>
        {group && <Delete group={group} />}
      </div>
    </form>
  );
}

function Delete({ group }: { group: MessageGroup }) {
  const { t } = useTranslation('messages');
  const device = useDevice();
  const navigate = useNavigate();
  const [open, setOpen] = useState(false);
  const [code, setCode] = useState<string | null>(null);
  const remove = async (): Promise<void> => {
    const answer = await device.changeMessageGroup({ do: 'delete', id: group.id });
    setOpen(false);
    if (answer.ok) void navigate('/office/messages', { replace: true });
    else setCode(answer.code);
  };
  return (
    <>
      <Button kind="quiet" onClick={() => setOpen(true)}>
        {t('groups.delete')}
      </Button>
      <Problem code={code} />
      <Confirm
        open={open}
        danger
        title={t('groups.deleteTitle', { name: group.name })}
        confirm={t('groups.delete')}
        cancel={t('groups.keep')}
        onConfirm={() => void remove()}
        onCancel={() => setOpen(false)}
      >
        {t('groups.deleteText')}
      </Confirm>
    </>
  );
}

export function GroupScreen({ registry }: { registry: Registry }) {
  const { t } = useTranslation('messages');
  const { id = 'new' } = useParams();
  const kept = useMessageGroups();
  const group = kept?.groups.find((one) => one.id === id) ?? null;
  const isNew = id === 'new';
  const title = group ? t('groups.edit', { name: group.name }) : t('groups.new');
  return (
    <OfficePage
      title={isNew || group ? title : t('title')}
      back={{ to: '/office/messages', label: t('title') }}
    >
      {kept === undefined && <p aria-live="polite">{t('loading')}</p>}
      {kept !== undefined && !isNew && !group && <p>{t('groups.gone')}</p>}
      {(isNew || group) && (
        <div className="stack">
          <Named key={id} group={group} registry={registry} />
          {group && <People group={group} />}
        </div>
      )}
    </OfficePage>
  );
}
