/** The parts that all screens share. */
export { Button, ButtonLink, type ButtonKind } from './button.tsx';
export { Confirm, type ConfirmProps } from './confirm.tsx';
export {
  DeviceProvider,
  useContact,
  useDevice,
  useIdentity,
  useNow,
  useOutboxCount,
  useRegistry,
} from './device-context.tsx';
export { SelectField, TextField, type Option, type SelectFieldProps, type TextFieldProps } from './field.tsx';
export { type FormFactor, useFormFactor, useWide } from './form-factor.ts';
export { Icon, type IconName } from './icon.tsx';
export { Ladder, type Step } from './ladder.tsx';
export { Photo, Splash } from './media.tsx';
export { Qr } from './qr.tsx';
export { HelpLink, NetworkLine, Screen, Tabs } from './screen.tsx';
export { Card, Empty, Mark, Message, Progress, type Tone } from './surfaces.tsx';
