import { words } from '#app/platform/words.ts';

export const backupWords = words({
  vi: {
    title: 'Sao lưu',
    lead: 'Mọi dữ liệu và tệp của một thời điểm, được mã hóa. Không ai phải dừng việc.',
    backUp: 'Sao lưu ngay',
    drill: 'Diễn tập khôi phục',
    begun: 'Đã bắt đầu. Có thể rời trang này, việc vẫn chạy tiếp.',
    lastGood: 'Bản sao lưu tốt gần nhất',
    lastDrill: 'Diễn tập khôi phục đạt gần nhất',
    fresh: 'Còn mới',
    old: 'Đã quá 26 giờ',
    passed: 'Đạt',
    noBackup: 'Chưa có bản sao lưu nào',
    noBackupHelp: (at: string) => `Bấm “Sao lưu ngay”, hoặc chờ bản đầu tiên lúc ${at} đêm nay.`,
    noDrill: 'Chưa diễn tập lần nào',
    noDrillHelp:
      'Bản sao lưu chỉ đáng tin khi đã thử khôi phục. Chương trình tự diễn tập mỗi tuần sau khi có bản sao lưu.',
    oldWarning: (at: string) =>
      `Hơn 26 giờ chưa có bản sao lưu mới (đáng lẽ chạy lúc ${at} mỗi đêm): bấm “Sao lưu ngay” và xem lý do dưới đây.`,
    gone: (archive: string, place: string) =>
      `Tệp ${archive} không còn ở ${place}: hãy sao lưu lại, hoặc tìm xem ai đã chuyển đi.`,
    unusable: (n: number) =>
      `${n} tệp có tên trong dữ liệu nhưng đã mất hoặc hỏng trong kho tệp nên không nằm trong bản này: tìm lại từ bản sao lưu cũ hơn.`,
    failedRun: (kind: string, when: string, failure: string) => `${kind} lúc ${when} không xong. ${failure}`,
    backupName: 'Sao lưu',
    drillName: 'Diễn tập khôi phục',
    running: (kind: string) => `${kind} đang chạy`,
    steps: {
      rows: 'Đang ghi các bảng',
      files: 'Đang ghi các tệp',
      closing: 'Đang ghi xong xuống đĩa',
      checking: 'Đang kiểm tra từng phần của bản sao lưu',
      loading: 'Đang nạp vào CSDL thử',
      comparing: 'Đang so từng bảng và đọc lại nhật ký',
    },
    ofTotal: (done: string, total: string) => `${done} / ${total}`,
    size: 'Dung lượng',
    rows: 'Số dòng dữ liệu',
    files: 'Số tệp',
    filesOf: (n: string, size: string) => `${n} (${size})`,
    where: 'Nằm ở',
    checksum: 'Mã kiểm (SHA-256)',
    drillSaid: (archive: string, rows: string, files: string) =>
      `Đã nạp lại ${rows} dòng và ${files} tệp của ${archive} vào một CSDL thử; từng bảng bằng nhau, nhật ký nguyên vẹn. CSDL thử đã xóa.`,
    schedule: 'Lịch và chỗ để',
    scheduleSaid: (at: string, folder: string) => `Tự chạy lúc ${at} mỗi đêm, để ở ${folder}.`,
    keepSaid: (daily: number, weekly: number, monthly: number) =>
      `Giữ bản mới nhất của ${daily} ngày, ${weekly} tuần và ${monthly} tháng gần nhất; bản cũ hơn tự xóa.`,
    besideData:
      'Thư mục này nằm trong thư mục dữ liệu: hỏng ổ đĩa là mất cả hai. Hãy đặt NHIPCAU_BACKUP_FOLDER tới ổ khác.',
    key: 'Chìa khóa của bản sao lưu',
    keyOwn: (file: string) =>
      `Khóa mở nằm ở ${file} trên máy chủ. Hãy chép tệp khóa này ra nơi khác và giữ kín: mất máy mà không còn khóa thì không ai mở được bản sao lưu.`,
    keyRecipients: (file: string) =>
      `Mở được bằng khóa riêng của người giữ khóa (NHIPCAU_BACKUP_RECIPIENT), hoặc bằng ${file} trên máy chủ.`,
    keyPassphrase:
      'Mở bằng mật khẩu trong NHIPCAU_BACKUP_PASSPHRASE. Hãy cất mật khẩu này ở nơi khác máy chủ.',
    how: 'Khôi phục thế nào',
    howSteps: {
      first:
        'Trên máy mới, cài cùng phiên bản chương trình, đừng khởi động; chép bản sao lưu và tệp khóa sang.',
      second: 'Chạy lệnh',
      secondPassphrase: 'Đặt NHIPCAU_BACKUP_PASSPHRASE, rồi chạy lệnh',
      third: 'Đợi dòng “đúng từng bảng”, rồi npm start. Mọi người đăng nhập như cũ.',
    },
    history: 'Các lần trước',
    nightly: 'tự động',
    asked: 'bấm tay',
    command: 'bằng lệnh',
    done: 'Xong',
    failed: 'Không xong',
    when: 'Lúc',
    what: 'Việc',
    result: 'Kết quả',
    runningState: 'Đang chạy',
    none: 'Chưa có lần nào.',
  },
  en: {
    title: 'Backup',
    lead: 'All data and files of one moment, encrypted. Nobody has to stop working.',
    backUp: 'Back up now',
    drill: 'Rehearse a restore',
    begun: 'Begun. You may leave this page; it goes on.',
    lastGood: 'Last good backup',
    lastDrill: 'Last restore drill passed',
    fresh: 'Recent',
    old: 'Older than 26 hours',
    passed: 'Passed',
    noBackup: 'No backup yet',
    noBackupHelp: (at) => `Press “Back up now”, or wait for the first one at ${at} tonight.`,
    noDrill: 'No drill yet',
    noDrillHelp:
      'A backup can only be trusted once a restore was tried. The program rehearses every week once there is a backup.',
    oldWarning: (at) =>
      `No new backup for more than 26 hours (it should run at ${at} every night): press “Back up now” and see why below.`,
    gone: (archive, place) => `${archive} is no longer in ${place}: back up again, or find out who moved it.`,
    unusable: (n) =>
      `${n} files that the data names are lost or damaged in the file store and are not in this backup: look for them in an older one.`,
    failedRun: (kind, when, failure) => `${kind} at ${when} did not finish. ${failure}`,
    backupName: 'Backup',
    drillName: 'Restore drill',
    running: (kind) => `${kind} is running`,
    steps: {
      rows: 'Writing the tables',
      files: 'Writing the files',
      closing: 'Flushing to the disk',
      checking: 'Checking every part of the archive',
      loading: 'Loading into a scratch database',
      comparing: 'Comparing every table and reading the ledger again',
    },
    ofTotal: (done, total) => `${done} / ${total}`,
    size: 'Size',
    rows: 'Rows',
    files: 'Files',
    filesOf: (n, size) => `${n} (${size})`,
    where: 'Kept in',
    checksum: 'Checksum (SHA-256)',
    drillSaid: (archive, rows, files) =>
      `${rows} rows and ${files} files of ${archive} were loaded into a scratch database; every table is equal, the ledger is intact. The scratch database is gone again.`,
    schedule: 'When and where',
    scheduleSaid: (at, folder) => `Runs by itself at ${at} every night, kept in ${folder}.`,
    keepSaid: (daily, weekly, monthly) =>
      `The newest of the last ${daily} days, ${weekly} weeks and ${monthly} months stay; older ones are removed.`,
    besideData:
      'This folder lies within the data folder: one broken disk takes both. Set NHIPCAU_BACKUP_FOLDER to another disk.',
    key: 'The key of the backups',
    keyOwn: (file) =>
      `The key is in ${file} on the server. Copy this file elsewhere and keep it secret: when the machine is lost and the key with it, nobody can open a backup.`,
    keyRecipients: (file) =>
      `Opens with the private key of its keeper (NHIPCAU_BACKUP_RECIPIENT), or with ${file} on the server.`,
    keyPassphrase:
      'Opens with the passphrase in NHIPCAU_BACKUP_PASSPHRASE. Keep that somewhere else than on the server.',
    how: 'How to restore',
    howSteps: {
      first:
        'On a new machine install the same version without starting it; copy the backup and the key file there.',
      second: 'Run',
      secondPassphrase: 'Set NHIPCAU_BACKUP_PASSPHRASE, then run',
      third: 'Wait for “đúng từng bảng” (every table equal), then npm start. Everybody signs in as before.',
    },
    history: 'Earlier runs',
    nightly: 'by itself',
    asked: 'by hand',
    command: 'by command',
    done: 'Done',
    failed: 'Did not finish',
    when: 'When',
    what: 'What',
    result: 'Result',
    runningState: 'Running',
    none: 'Nothing yet.',
  },
});
