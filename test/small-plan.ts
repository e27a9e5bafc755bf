/** A small plan of November 2026 as offices write them, in Markdown. */
export const smallPlan = (symbol: string, day: number, opening: string, tasks: string[]) => `ỦY BAN NHÂN DÂN
THÀNH PHỐ CẦN THƠ

Số: ${symbol}

Cần Thơ, ngày ${day} tháng 11 năm 2026

KẾ HOẠCH
Công tác đối ngoại nhân dân

${opening}

II. TỔ CHỨC THỰC HIỆN

${tasks.map((task, index) => `${index + 1}. ${task}`).join('\n\n')}

TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH

Nguyễn Văn A
`;
