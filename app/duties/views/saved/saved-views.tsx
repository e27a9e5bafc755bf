import { ActionIcon, Button, Menu, NativeSelect, Text, TextInput } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconBookmark, IconDots } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { call } from '#app/web/call.ts';
import { FormDialog } from '#app/web/form-dialog.tsx';
import { useWords } from '#app/web/language.tsx';
import { type DutyView, readView } from '../../duty-view.ts';
import * as contract from './saved-view.contract.ts';
import { savedViewWords } from './saved-view.words.ts';

const queryKey = ['saved-views'];
type Editing = { view: contract.SavedView | null };

/** Views kept under a name: opened, saved, renamed, shared, deleted, and one of them first. */
export function SavedViews({ view }: { view: DutyView }) {
  const t = useWords(savedViewWords);
  const [editing, setEditing] = useState<Editing | null>(null);
  const { data } = useQuery({
    queryKey,
    queryFn: () => call(contract.listSavedViews, {}),
    staleTime: 60_000,
  });
  const open = useOpen();
  useFirstView(view, data?.views, open);
  if (!data) return null;
  return (
    <>
      <Menu withinPortal position="bottom-start" width={320}>
        <Menu.Target>
          <Button size="xs" variant="default" leftSection={<IconBookmark size={16} />}>
            {t.views}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {data.views.map((one) => (
            <Menu.Item key={one.id} onClick={() => open(one.search)}>
              {one.name}
              {one.isDefault ? (
                <Text span fz="xs">
                  {' '}
                  · {t.default}
                </Text>
              ) : null}
              {one.isOwn ? null : (
                <Text fz="xs" c="dimmed">
                  {t.by(one.ownerName, one.agencyName ?? t.province)}
                </Text>
              )}
            </Menu.Item>
          ))}
          {data.views.length ? null : (
            <Text fz="sm" c="dimmed" p="xs">
              {t.none}
            </Text>
          )}
          <Menu.Divider />
          <Menu.Item onClick={() => setEditing({ view: null })}>{t.save}</Menu.Item>
          <Menu.Item onClick={() => open({})}>{t.plain}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      {data.views.length ? <Manage views={data.views} view={view} edit={setEditing} /> : null}
      {editing ? (
        <Editor
          key={editing.view?.id ?? 'new'}
          editing={editing}
          data={data}
          search={searchOf(view)}
          close={() => setEditing(null)}
        />
      ) : null}
    </>
  );
}

const searchOf = ({ page: _, ...view }: DutyView) =>
  Object.fromEntries(
    Object.entries(view).filter(([, value]) => value !== undefined),
  ) as contract.SavedView['search'];

function useOpen() {
  const navigate = useNavigate();
  return (search: Record<string, unknown>) =>
    void navigate({ to: '/duties', search: readView(search) as never, replace: false, resetScroll: false });
}

/** A list opened with nothing asked for opens with the view chosen for that, once. */
function useFirstView(
  view: DutyView,
  views: contract.SavedView[] | undefined,
  open: (search: Record<string, unknown>) => void,
) {
  const plain = useRef(!Object.keys(searchOf(view)).length);
  const first = views?.find((one) => one.isDefault);
  useEffect(() => {
    if (first && plain.current) open(first.search);
    if (views) plain.current = false;
  });
}

function useChange() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (act: () => Promise<unknown>) => act(),
    onSuccess: () => client.invalidateQueries({ queryKey }),
  });
}

type ManageProps = {
  views: contract.SavedView[];
  view: DutyView;
  edit: (editing: Editing) => void;
};

/** What one may do to views, each action by name, so that no menu hangs within another. */
function Manage({ views, view, edit }: ManageProps) {
  const t = useWords(savedViewWords);
  const change = useChange();
  const act = (wanted: () => Promise<unknown>, said?: string) =>
    change.mutate(wanted, { onSuccess: () => said && notifications.show({ message: said }) });
  const items = (one: contract.SavedView) => {
    const params = { id: one.id };
    const first = { id: one.isDefault ? null : one.id };
    return [
      <Menu.Item key="first" onClick={() => act(() => call(contract.chooseDefaultView, { body: first }))}>
        {one.isDefault ? t.unmakeDefault(one.name) : t.makeDefault(one.name)}
      </Menu.Item>,
      ...(one.isOwn
        ? [
            <Menu.Item
              key="over"
              onClick={() =>
                act(() => call(contract.changeView, { params, body: { search: searchOf(view) } }), t.saved)
              }
            >
              {t.update(one.name)}
            </Menu.Item>,
            <Menu.Item key="name" onClick={() => edit({ view: one })}>
              {t.rename(one.name)}
            </Menu.Item>,
            <Menu.Item
              key="remove"
              onClick={() => act(() => call(contract.deleteView, { params }), t.removed)}
            >
              {t.remove(one.name)}
            </Menu.Item>,
          ]
        : []),
    ];
  };
  return (
    <Menu withinPortal position="bottom-start" width={320}>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t.manage(t.views)}>
          <IconDots size={16} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown mah={420} style={{ overflowY: 'auto' }}>
        {views.map((one, at) => [at ? <Menu.Divider key={one.id} /> : null, ...items(one)])}
      </Menu.Dropdown>
    </Menu>
  );
}

type EditorProps = {
  editing: Editing;
  data: { agencies: { id: string; name: string }[]; mayShareWithProvince: boolean };
  search: contract.SavedView['search'];
  close: () => void;
};

function Editor({ editing: { view }, data, search, close }: EditorProps) {
  const t = useWords(savedViewWords);
  const change = useChange();
  const [name, setName] = useState(view?.name ?? '');
  const [sharedWith, setSharedWith] = useState<contract.Sharing>(view?.sharedWith ?? 'nobody');
  const [agencyId, setAgencyId] = useState(view?.agencyId ?? data.agencies[0]?.id ?? null);
  const body = { name, sharedWith, agencyId: sharedWith === 'agency' ? agencyId : null };
  const keep = () =>
    change.mutate(
      () =>
        view
          ? call(contract.changeView, { params: { id: view.id }, body })
          : call(contract.saveView, { body: { ...body, search } }),
      {
        onSuccess: () => {
          notifications.show({ message: t.saved });
          close();
        },
      },
    );
  return (
    <FormDialog
      title={view ? t.rename(view.name) : t.save}
      act={t.keep}
      isSending={change.isPending}
      isReady={Boolean(name.trim())}
      send={keep}
      close={close}
    >
      <TextInput
        label={t.name}
        description={t.nameHelp}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
        maxLength={120}
        required
        data-autofocus
      />
      <NativeSelect
        label={t.sharedWith}
        value={sharedWith}
        onChange={(event) => setSharedWith(event.currentTarget.value as contract.Sharing)}
        data={contract.sharings
          .filter((one) => one !== 'agency' || data.agencies.length)
          .filter((one) => one !== 'province' || data.mayShareWithProvince)
          .map((one) => ({ value: one, label: t.sharings[one] }))}
      />
      {sharedWith === 'agency' && data.agencies.length > 1 ? (
        <NativeSelect
          label={t.agency}
          value={agencyId ?? ''}
          onChange={(event) => setAgencyId(event.currentTarget.value)}
          data={data.agencies.map(({ id, name }) => ({ value: id, label: name }))}
        />
      ) : null}
    </FormDialog>
  );
}
