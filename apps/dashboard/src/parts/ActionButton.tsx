import { Button } from '@mantine/core';
import type { Permission } from '@klyngevagt/contracts';
import { type ReactNode, useId } from 'react';
import { useTranslation } from 'react-i18next';
import { useLookingBack } from '../as-of.js';
import { useMay } from '../session.js';

interface ActionButtonProps {
  /** Without it the button is not shown. */
  permission: Permission;
  onClick(): void;
  children: ReactNode;
  size?: 'xs' | 'sm' | 'md' | 'lg';
  variant?: 'default' | 'filled' | 'subtle';
  /** Full name where several buttons of a page say the same. */
  name?: string;
  /** Why it cannot be used now; looking at another day is said by itself. */
  blocked?: string | null | undefined;
  icon?: ReactNode;
}

/** A button that changes something. Shown only to those who may; switched off while another day is shown, and it says why. */
export function ActionButton({ permission, onClick, children, size = 'md', variant = 'default', name, blocked, icon }: ActionButtonProps) {
  const { t } = useTranslation();
  const id = useId();
  const isLookingBack = useLookingBack();
  if (!useMay(permission)) return null;
  const why = isLookingBack ? t('shell.asOf.disabled') : (blocked ?? null);
  return (
    <>
      <Button
        size={size}
        variant={variant}
        leftSection={icon}
        {...(name !== undefined && { 'aria-label': name })}
        {...(why === null ? { onClick } : { 'data-disabled': true, 'aria-disabled': true, 'aria-describedby': id, title: why })}
      >
        {children}
      </Button>
      {why !== null && (
        <span className="sr" id={id}>
          {why}
        </span>
      )}
    </>
  );
}
