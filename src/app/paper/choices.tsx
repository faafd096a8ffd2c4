/** How the sheet is to be: size and type are remembered on this device. */
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { SelectField } from '../ui/index.ts';
import {
  keepSize,
  keepType,
  keptSize,
  keptType,
  type Look,
  type Size,
  SIZES,
  type Type,
  TYPES,
} from './look.ts';

export interface Choosing {
  look: Look;
  setSize: (size: Size) => void;
  setType: (type: Type) => void;
  setTurned: (turned: boolean) => void;
}

/** @param across whether the sheet lies across until somebody says otherwise. */
export function useLook(across: boolean): Choosing {
  const [look, setLook] = useState<Look>({ size: keptSize(), type: keptType(), turned: across });
  return {
    look,
    setSize: (size) => {
      keepSize(size);
      setLook({ ...look, size });
    },
    setType: (type) => {
      keepType(type);
      setLook({ ...look, type });
    },
    setTurned: (turned) => setLook({ ...look, turned }),
  };
}

export function LookFields({ look, setSize, setType, setTurned }: Choosing) {
  const { t } = useTranslation('paper');
  return (
    <>
      <SelectField
        label={t('size.label')}
        value={look.size}
        options={SIZES.map((value) => ({ value, label: t(`size.${value}`) }))}
        onChange={(value) => setSize(value as Size)}
      />
      <SelectField
        label={t('type.label')}
        value={look.type}
        options={TYPES.map((value) => ({ value, label: t(`type.${value}`) }))}
        onChange={(value) => setType(value as Type)}
      />
      <SelectField
        label={t('turned.label')}
        value={look.turned ? 'across' : 'upright'}
        options={[
          { value: 'upright', label: t('turned.upright') },
          { value: 'across', label: t('turned.across') },
        ]}
        onChange={(value) => setTurned(value === 'across')}
      />
    </>
  );
}
