import { listed } from '../text/phrases.ts';

// Wording of the genre: kinds of bodies as they open a name. General to the State, the Party and the mass
// organisations; no name of one place. Sources: Luật Tổ chức chính quyền địa phương, Luật Tổ chức Chính phủ,
// NĐ 150/2025/NĐ-CP and its predecessors, Điều lệ Đảng, charters of the organisations.

/** Followed by one or more fields of work: Sở Văn hóa, Thể thao và Du lịch. */
export const fieldHeads = listed(`
  sở | bộ | phòng | cục | vụ | tổng cục | chi cục | ngành | thanh tra bộ | thanh tra sở | văn phòng sở
`);

/** Fields of work after such a head. */
export const fields = listed(`
  nội vụ | tài chính | công thương | nông nghiệp | môi trường | xây dựng | khoa học | công nghệ | giáo dục | đào tạo
  y tế | tư pháp | văn hóa | thể thao | du lịch | ngoại vụ | ngoại giao | dân tộc | tôn giáo | quốc phòng | công an
  kế hoạch | đầu tư | thông tin | truyền thông | giao thông vận tải | giao thông | vận tải | tài nguyên
  lao động | thương binh | xã hội | phát triển nông thôn | quy hoạch | kiến trúc | công chính | thương mại | công nghiệp
  an toàn thực phẩm | kinh tế | hạ tầng | đô thị | thủy sản | lâm nghiệp | kiểm lâm | thuế | hải quan | thống kê
  khoa học xã hội | dân số | gia đình | trẻ em | thủy lợi | phòng chống thiên tai | chăn nuôi | thú y | trồng trọt
  bảo vệ thực vật | quản lý thị trường | quản lý giá | chuyển đổi số | hành chính | tổng hợp | nhà | đất đai | bưu điện
  hạ tầng kỹ thuật | quản lý nhà | kho bạc | tiêu chuẩn đo lường chất lượng | công tác xã hội | người có công
`);

/** Whole openings of names; a level and a place may follow. */
export const wholeHeads = listed(`
  chính phủ | thủ tướng chính phủ | quốc hội | ủy ban thường vụ quốc hội | ban bí thư | bộ chính trị
  văn phòng chính phủ | văn phòng quốc hội | văn phòng trung ương đảng | văn phòng chủ tịch nước | ban chấp hành trung ương
  kiểm toán nhà nước | kiểm toán nhà nước khu vực | thanh tra chính phủ | ngân hàng nhà nước | ngân hàng nhà nước việt nam
  ngân hàng nhà nước chi nhánh | ngân hàng nhà nước khu vực | ngân hàng chính sách xã hội | ngân hàng
  chi nhánh ngân hàng chính sách xã hội | chi nhánh ngân hàng | bảo hiểm xã hội | bảo hiểm xã hội việt nam
  kho bạc nhà nước | kho bạc nhà nước khu vực | cơ quan thống kê | thống kê | thuế | cơ quan thuế | cục thuế | chi cục thuế
  chi cục hải quan | cục hải quan | hải quan | cục thống kê | chi cục thống kê | chi cục thuế khu vực | thuế khu vực
  công an | cơ quan công an | lực lượng công an | bộ chỉ huy quân sự | ban chỉ huy quân sự | bộ tư lệnh
  bộ chỉ huy bộ đội biên phòng | ban chỉ huy bộ đội biên phòng | bộ đội biên phòng | bch quân sự | cảnh sát biển
  ban chỉ huy phòng thủ | phòng cảnh sát | lực lượng vũ trang | quân khu | cơ quan quân sự | cục cảnh sát
  viện kiểm sát nhân dân | tòa án nhân dân | thi hành án dân sự | cục thi hành án dân sự | chi cục thi hành án dân sự
  thường trực hội đồng nhân dân và các ban | ban hội đồng nhân dân | ban của hội đồng nhân dân | ban hđnd | ban của hđnd
  tổ đại biểu hội đồng nhân dân | tổ đại biểu hđnd | đại biểu hội đồng nhân dân | đại biểu hđnd | vị đại biểu hội đồng nhân dân | đại biểu quốc hội
  hội đồng nhân dân | thường trực hội đồng nhân dân | thường trực hđnd | hđnd | đoàn đại biểu quốc hội | đoàn đbqh
  văn phòng đoàn đại biểu quốc hội và hội đồng nhân dân | văn phòng đoàn đbqh và hđnd | văn phòng hđnd | văn phòng hđnd và ubnd | văn phòng hội đồng nhân dân và ủy ban nhân dân | văn phòng hđnd - ubnd | văn phòng đảng ủy
  ủy ban trung ương mặt trận tổ quốc việt nam | đoàn chủ tịch ủy ban trung ương mặt trận tổ quốc việt nam | trung ương đoàn thanh niên cộng sản hồ chí minh
  trung ương hội liên hiệp phụ nữ việt nam | trung ương hội nông dân việt nam | trung ương hội cựu chiến binh việt nam | đồn biên phòng | hải đội biên phòng
  tổng lãnh sự quán | tổng lãnh sự quán việt nam | đại sứ quán việt nam | phái đoàn thường trực việt nam
  ủy ban mặt trận tổ quốc việt nam | ủy ban mặt trận tổ quốc | ủy ban mttq việt nam | ủy ban mttq | ub mttq việt nam
  ub mttq | ubmttq việt nam | ubmttq | ubmttqvn | ub mttq vn | mặt trận tổ quốc việt nam | mặt trận tổ quốc | mttq
  ban thường trực ủy ban mặt trận tổ quốc việt nam | ban thường trực ủy ban mttq việt nam | ban thường trực ub mttq việt nam
  liên đoàn lao động | tổng liên đoàn lao động việt nam | công đoàn | hội nông dân | hội nông dân việt nam
  hội liên hiệp phụ nữ | hội lhpn | hội phụ nữ | hội cựu chiến binh | hội ccb | đoàn thanh niên cộng sản hồ chí minh
  đoàn tncs hồ chí minh | đoàn tncs hcm | đoàn thanh niên | tỉnh đoàn | thành đoàn | huyện đoàn | đoàn thanh niên cộng sản
  hội chữ thập đỏ | hội khuyến học | hội người cao tuổi | hội luật gia | hội nhà báo | hội doanh nhân trẻ | hội liên hiệp
  liên hiệp các tổ chức hữu nghị | liên hiệp các tổ chức hữu nghị việt nam | liên hiệp hữu nghị
  liên hiệp các hội khoa học và kỹ thuật | liên hiệp hội | liên hiệp các hội văn học nghệ thuật | hội văn học nghệ thuật
  liên minh hợp tác xã | liên minh htx | hiệp hội doanh nghiệp | hiệp hội | hội đồng | liên đoàn | liên đoàn thương mại và công nghiệp việt nam
  ban tuyên giáo và dân vận | ban tuyên giáo | ban dân vận | ban tổ chức | ban nội chính | ủy ban kiểm tra | văn phòng tỉnh ủy
  văn phòng thành ủy | tỉnh ủy | thành ủy | huyện ủy | đảng ủy | ban thường vụ | ban cán sự đảng | đảng đoàn | ban đối ngoại trung ương
  thường trực tỉnh ủy | thường trực thành ủy | đảng ủy các cơ quan đảng | đảng ủy ủy ban nhân dân | đảng ủy ubnd
  ban quản lý khu kinh tế và các khu công nghiệp | ban quản lý các khu kinh tế | ban quản lý các khu chế xuất và công nghiệp | ban quản lý khu công nghiệp
  ban quản lý khu kinh tế | ban quản lý các khu công nghiệp | ban quản lý khu công nghệ cao | ban quản lý dự án | ban quản lý dự án đầu tư xây dựng | ban quản lý dự án đầu tư xây dựng các công trình
  ban quản lý dự án đầu tư xây dựng các công trình giao thông | ban quản lý dự án đầu tư xây dựng các công trình dân dụng và công nghiệp
  ban quản lý dự án đầu tư xây dựng công trình | ban quản lý dự án đầu tư xây dựng khu vực | ban quản lý
  ban dân tộc | ban dân tộc và tôn giáo | ban an toàn giao thông | ban thi đua - khen thưởng | ban thi đua khen thưởng
  ban chỉ đạo | ban chỉ huy | ban đại diện hội người cao tuổi | ban đại diện cha mẹ học sinh | ban tổ chức | ban điều phối
  ban biên tập | ban giám hiệu | ban công tác mặt trận | ban tiếp công dân | ban | tổ công tác | tổ giúp việc | tổ công nghệ số cộng đồng
  thanh tra | thanh tra tỉnh | thanh tra thành phố | văn phòng | văn phòng thường trực | bộ phận thường trực | văn phòng ủy ban nhân dân | văn phòng ubnd | văn phòng điều phối
  văn phòng điều phối nông thôn mới | văn phòng điều phối xây dựng nông thôn mới | văn phòng điều phối xây dựng nông thôn mới và giảm nghèo
  văn phòng đăng ký đất đai | bưu điện | viễn thông | điện lực | công ty điện lực | tổng công ty điện lực | viettel | vnpt
  báo và phát thanh, truyền hình | báo và đài phát thanh, truyền hình | báo và đài phát thanh - truyền hình | báo và đài phát thanh và truyền hình | báo và đài | báo và phát thanh truyền hình | đài phát thanh và truyền hình | đài phát thanh - truyền hình
  đài phát thanh truyền hình | đài truyền hình | đài ptth | đài pt-th | đài tiếng nói | báo | thông tấn xã việt nam
  cơ quan báo và phát thanh, truyền hình | cơ quan báo và phát thanh và truyền hình | trung tâm truyền thông | cổng thông tin điện tử
  trạm y tế | trạm y tế lưu động | cơ quan thường trực | cơ quan điều phối | hai bên | hai ngành | đại sứ quán | đại học | học viện
  quỹ | quỹ đầu tư phát triển | quỹ bảo lãnh tín dụng | quỹ bảo trì đường bộ | nhà xuất bản
`);

/** Openings whose name runs on in words of its own: Trung tâm Xúc tiến Đầu tư. */
export const openHeads = listed(`
  trung tâm | viện | trường | trường đại học | trường cao đẳng | trường chính trị | bệnh viện | bảo tàng | thư viện | nhà hát
  công ty | tổng công ty | tập đoàn | công ty cổ phần | công ty tnhh | hội | câu lạc bộ | hợp tác xã | vườn quốc gia
  khu bảo tồn | nhà máy | xí nghiệp | đài | đài khí tượng thủy văn | đồn biên phòng | hải đội | kho | cảng | phân hiệu | trại giam | đoàn nghệ thuật | ban liên lạc | cảng vụ | hạt kiểm lâm | đội quản lý thị trường | trạm | tạp chí | chi nhánh | khu kinh tế | cơ quan
`);

/** Words that turn a head into something that is no body: “hội nghị”, “báo cáo”. */
export const notHeads = listed(`
  hội nghị | hội thảo | hội chợ | hội đồng nghĩa | hội nhập | hội họp | hội viên | hội trường | hội thi | hội diễn | hội tụ
  báo cáo | báo chí | ban hành | ban đầu | ban bố | bộ tiêu chí | bộ chỉ số | bộ máy | bộ phận | bộ dữ liệu | bộ thủ tục
  bộ luật | bộ nhận diện | bộ câu hỏi | bộ công cụ | bộ sản phẩm | công đoàn viên | công ty mẹ | quỹ đất | quỹ nhà | quỹ tiền
  trường hợp | trạm biến áp | viện trợ | viện phí | viện dẫn | viện trưởng | thuế suất | thuế giá trị
  thuế thu nhập | thuế xuất khẩu | ngành nghề | phòng chống | phòng ngừa | phòng, chống | phòng cháy | phòng dịch | phòng bệnh | phòng thủ dân sự
  phòng vệ | cục bộ | vụ việc | vụ án | vụ mùa | vụ đông | vụ hè | vụ mưu | thống kê số | hội liên hoan | thanh tra viên | thanh tra, kiểm tra
  đoàn viên | hải quan điện tử | bộ hồ sơ | hội tưởng | sở hữu | sở dĩ | sở tại | cơ quan hữu quan nào | văn phòng phẩm | báo động | báo giá | báo hiệu
  quốc hội thông qua | ngân hàng dữ liệu | ngân hàng đề | ban ngày | ban đêm | bộ đội | bộ môn | hội nghề
`);

/** Words in small letters inside the names of centres, institutes and departments: Trung tâm Phục vụ hành chính công. */
export const nameParts = listed(`
  hành chính công | hành chính | nghề nghiệp | thường xuyên | giáo dục nghề nghiệp | giáo dục thường xuyên | việc làm | dịch vụ việc làm
  thiên nhiên | sinh học | đa dạng sinh học | đất đai | quỹ đất | khí tượng thủy văn | thủy văn | bền vững | nông thôn | nông nghiệp | môi trường
  công nghệ | công nghệ cao | công nghệ thông tin | kỹ thuật | tổng hợp | nhân dân | đa khoa | khu vực | cộng đồng | xã hội | trẻ em | bệnh tật | dịch bệnh
  thiên tai | thương mại | du lịch | thực phẩm | chất lượng | đo lường | pháp lý | nhà nước | nước sạch | rừng | rừng phòng hộ | rừng đặc dụng | lâm nghiệp
  thủy lợi | giao thông | đô thị | quốc gia | thể thao | thể dục thể thao | truyền thông | chính trị | luật pháp | chính sách | pháp luật | gia đình
`);

/** Persons at the head of a body. */
export const positions = listed(`
  thủ tướng chính phủ | phó thủ tướng chính phủ | phó thủ tướng | bộ trưởng | thứ trưởng | thủ trưởng | chủ tịch | phó chủ tịch
  các phó chủ tịch | giám đốc | phó giám đốc | tổng giám đốc | chánh văn phòng | phó chánh văn phòng | chánh thanh tra
  trưởng ban | phó trưởng ban | trưởng phòng | cục trưởng | chi cục trưởng | tổng cục trưởng | vụ trưởng | viện trưởng
  chánh án | hiệu trưởng | chỉ huy trưởng | bí thư | tổng biên tập | tổng kiểm toán nhà nước | thống đốc | tổng thanh tra
  người đứng đầu | đồn trưởng | hạt trưởng | trạm trưởng | tổ trưởng | phó tổ trưởng | trưởng thôn | trưởng khu phố | trưởng ấp | trưởng đài | chính ủy | chính trị viên | phó bí thư | phó trưởng phòng | chủ nhiệm | tổng thư ký | ủy viên | chỉ huy | tư lệnh | kế toán trưởng | trưởng thuế | kho bạc trưởng | đội trưởng | trưởng các | trưởng khối | trưởng cụm | thành viên
  gđ | pgđ | ct | pct | cvp
`);

/** Common nouns for bodies taken together. */
export const groupNouns = listed(`
  sở | ban | ngành | bộ | cấp | cơ quan | đơn vị | địa phương | tổ chức | cá nhân | đoàn thể | hội | hiệp hội | doanh nghiệp
  lực lượng | cơ sở | tập đoàn | tổng công ty | công ty | trường | trường học | nhà trường | bệnh viện | ban ngành | hội đoàn thể | hội quần chúng
  cơ quan báo chí | báo chí | cơ quan truyền thông | cơ quan thông tấn | cấp ủy | chính quyền | chính quyền địa phương | đội
  hợp tác xã | viện | trường đại học | trường đại học, cao đẳng | trường đại học, cao đẳng, trung cấp | trường cao đẳng | trường trung cấp | trường phổ thông | trường mầm non
  cơ quan đại diện ngoại giao | cơ quan đại diện việt nam | cơ quan lãnh sự | tổ chức phi chính phủ | tổ chức phi chính phủ nước ngoài | nhà đầu tư | chủ đầu tư | cơ sở y tế | cơ sở giáo dục | cơ sở đào tạo | tổ chức tín dụng
  phòng | phòng ban | phòng chuyên môn | ban quản lý | ban chỉ đạo | đảng bộ | đảng ủy | chi bộ | cơ quan đại diện
  thành viên | đồng chí thành viên | cơ quan trung ương | đơn vị sự nghiệp | ngân hàng | lĩnh vực | nghệ sĩ | nghệ sỹ
  nghệ nhân | học sinh | sinh viên | khối thi đua | cụm thi đua | sở/ngành | sở/ban/ngành | cơ quan/đơn vị | nhóm | khu vực | tổ công tác | bộ phận | trung tâm | nhà thầu | đơn vị tư vấn | chuyên gia | quỹ
`);

/** Units of administration. */
export const areaNouns = listed(`
  xã | phường | đặc khu | thị trấn | thị xã | huyện | quận | thành phố | tỉnh | khu vực | cấp xã | cấp huyện | cấp tỉnh | các cấp | cùng cấp
  huyện/thành phố | huyện/thị xã | huyện/thị | quận/huyện | quận-huyện | xã/phường | xã/phường/đặc khu | tỉnh/thành phố | tỉnh/thành
  thôn | tổ dân phố | khu phố | ấp | nước | tỉnh thành
`);

export const peoplesCommittees = listed(`ủy ban nhân dân | ubnd | ub nhân dân | uy ban nhân dân`);

/** What may follow a group or a whole name and still belong to it. */
export const qualifiers = listed(`
  có liên quan | liên quan | khác có liên quan | khác | hữu quan | chức năng | chức năng có liên quan | chức năng liên quan
  tỉnh | thành phố | thủ đô | huyện | quận | xã | phường | trung ương | ở trung ương | của tỉnh | của thành phố | của trung ương | cấp tỉnh | cấp huyện
  cấp xã | cấp thành phố | cùng cấp | các cấp | địa phương | thuộc tỉnh | thuộc thành phố | trực thuộc | trực thuộc trung ương
  thuộc chính phủ | ngang bộ | nhà nước | chuyên môn | chuyên ngành | quản lý ngành | quản lý chuyên ngành | quản lý
  chính trị - xã hội | chính trị xã hội | chính trị | xã hội | xã hội - nghề nghiệp | nghề nghiệp | quốc tế | trong nước | ngoài nước
  trong nước và quốc tế | trong và ngoài nước | trong và ngoài tỉnh | nước ngoài | trong nước và nước ngoài | kinh tế | viễn thông | truyền thông | báo chí | thông tấn
  trên địa bàn | trên địa bàn tỉnh | trên địa bàn thành phố | trên địa bàn toàn tỉnh | của địa phương | sự nghiệp | công lập | ngoài công lập
  nhân dân | việt nam | khu vực | tư pháp | thành viên | công nghệ
  thuộc ủy ban nhân dân tỉnh | thuộc ủy ban nhân dân thành phố | trực thuộc ủy ban nhân dân tỉnh | trực thuộc ủy ban nhân dân thành phố
  thuộc ubnd tỉnh | thuộc ubnd thành phố | trực thuộc ubnd tỉnh | trực thuộc ubnd thành phố | trực thuộc tỉnh | trực thuộc thành phố
  thuộc phạm vi quản lý | thuộc thẩm quyền quản lý | thuộc phạm vi quản lý của tỉnh | thuộc phạm vi của tỉnh | có chức năng | có tên | có thẩm quyền | chủ quản | chủ chương trình | chủ rừng | chủ trì triển khai
  thường trực | tham mưu | quản lý nhà nước | quản lý vận hành | quản lý, vận hành | hồ chứa | thủy điện | thủy lợi | đơn vị | phường, xã, đặc khu | của nhà nước | đoàn thể | đầu mối | doanh nghiệp | giúp việc
  giáo dục | y tế | tín dụng | khoa học | đại học | cao đẳng | kinh doanh | sản xuất | đóng trên địa bàn | đóng trên địa bàn tỉnh
  ở nước ngoài | việt nam ở nước ngoài | cung ứng dịch vụ | cung ứng dịch vụ trung gian thanh toán | cung cấp dịch vụ | còn lại | ven biển | miền núi | biên giới | xây dựng đảng | giúp việc tỉnh ủy | tham mưu giúp việc | tham mưu, giúp việc | du lịch | lữ hành | bưu chính | bưu chính, viễn thông | viễn thông, internet | internet | logistics | vận tải biển | hành chính | vận tải | văn hóa | hội | nông nghiệp | bảo vệ pháp luật | tố tụng | đảng | đảng, nhà nước
`);

export const determiners = listed(`
  các | những | một số | toàn thể | tất cả | tất cả các | từng | mọi | đại diện các | các đồng chí | đồng chí | đ/c | các đ/c | lãnh đạo các | lãnh đạo | toàn bộ các | nhóm các
`);
