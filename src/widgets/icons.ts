// One by one: a bundler that does not shake trees, and every server, would load the whole set.
export { default as ChevronDownIcon } from 'lucide-react/icons/chevron-down';
export { default as DeleteIcon } from 'lucide-react/icons/delete';
export { default as GripIcon } from 'lucide-react/icons/grip';
export { default as HeadphonesIcon } from 'lucide-react/icons/headphones';
export { default as MicIcon } from 'lucide-react/icons/mic';
export { default as MicOffIcon } from 'lucide-react/icons/mic-off';
export { default as PauseIcon } from 'lucide-react/icons/pause';
export { default as PhoneIcon } from 'lucide-react/icons/phone';
export { default as TriangleAlertIcon } from 'lucide-react/icons/triangle-alert';
export { default as UserRoundIcon } from 'lucide-react/icons/user-round';
export { default as Volume2Icon } from 'lucide-react/icons/volume-2';
export { default as VolumeXIcon } from 'lucide-react/icons/volume-x';
export { default as XIcon } from 'lucide-react/icons/x';
