import { listed } from '../text/phrases.ts';

/** Verbs and adverbs of duty: where one stands after a name of a body, the name has ended. */
export const verbs = listed(`
  chủ trì | phối hợp | chủ động | tham mưu | tham gia | tổ chức | triển khai | thực hiện | xây dựng | hướng dẫn | chỉ đạo | đôn đốc
  kiểm tra | giám sát | theo dõi | báo cáo | rà soát | tăng cường | nâng cao | đẩy mạnh | bố trí | cân đối | đề xuất | trình | ban hành
  cập nhật | cung cấp | tuyên truyền | vận động | căn cứ | chịu trách nhiệm | có trách nhiệm | kịp thời | thường xuyên | định kỳ | tiếp tục
  nghiên cứu | lựa chọn | cử | gửi | để | trong việc | trong công tác | trong | khẩn trương | tập trung | thẩm định | tổng hợp | thống nhất
  quán triệt | quyết định | phê duyệt | lập | đảm bảo | bảo đảm | hỗ trợ | tạo điều kiện | giúp | huy động | quản lý, | vận hành | khai thác
  xem xét | giải quyết | xử lý | phát hiện | ngăn chặn | phòng ngừa | nắm bắt | nắm | kết nối | chia sẻ | tích hợp | đồng bộ | công bố
  công khai | phổ biến | tập huấn | bồi dưỡng | đào tạo | đánh giá | sơ kết | tổng kết | khen thưởng | biểu dương | phát động | phát huy
  duy trì | củng cố | kiện toàn | thành lập | phân công | giao | yêu cầu | đề nghị | kiến nghị | phản ánh | thông tin | thông báo | lồng ghép
  hoàn thiện | hoàn thành | đổi mới | mở rộng | phát triển | ưu tiên | quan tâm | chú trọng | tiếp nhận | sử dụng | tiến hành | điều chỉnh | bổ sung
  sửa đổi | theo | theo chức năng | trên cơ sở | dựa trên | phải | cần | sẽ | có kế hoạch | có văn bản | có báo cáo | có nhiệm vụ | lãnh đạo, chỉ đạo | lãnh đạo
  sớm | nhanh chóng | gấp rút | nghiêm túc | làm | ký | đăng ký | đăng tải | điều hành | khắc phục | chấn chỉnh | hoạt động | trực tiếp | cùng | với | nhằm | về | tại | khi
  thúc đẩy | chuẩn bị | đầu tư | khảo sát | điều tra | thống kê | thu thập | biên tập | số hóa | lưu trữ | giới thiệu | mời | đưa | in | vào
  đối với | hiệp thương | thẩm tra | kiểm soát | thanh tra | tư vấn | trợ giúp | chăm sóc | tổng kết, | góp phần | xác định | là | đã | đang | chưa | không | được | bị
  nộp | bàn giao | tuân thủ | chấp hành | tự | cụ thể hóa | cụ thể | thiết lập | chi trả | cấp | mua sắm | ứng dụng | khuyến khích | kêu gọi | xúc tiến | đón | tiếp | tích cực | rút kinh nghiệm
  trước | sau khi | ngày | chậm nhất | hằng năm | hàng năm | hằng tháng | hàng tháng | hằng quý | hàng quý | hằng tuần | hàng tuần | ra quân | trang trí | phục vụ | đấu tranh | phát sóng | đưa tin | viết | mở | cho | đến | từ | do | bằng | mà | thì | này | nêu | nói | thi hành
  chậm báo cáo | chậm gửi | chậm nộp | chậm triển khai | chậm thực hiện
  liên tục | quyết liệt | linh hoạt | sẵn sàng | đồng thời | song song | toàn diện | từng bước | lần lượt | tranh thủ | tận dụng | nhất thiết | tuyệt đối
  bảo vệ | bảo quản | bảo trì | bảo tồn | bảo mật | giữ gìn | giữ vững | gìn giữ | biên soạn | soạn thảo | cam kết | cảnh báo | canh gác | chuẩn hóa | chỉnh lý | chỉnh sửa | chỉnh trang
  chống | chứng thực | công nhận | cưỡng chế | cải cách | cải tạo | cải thiện | dán | di dời | sơ tán | diễn tập | duyệt | dự báo | dự kiến | dự trù | đa dạng hóa | đàm phán | đặt hàng | đẩy nhanh | đấu thầu
  đề cao | điều động | điều tiết | điều phối | đính chính | đối chiếu | đối thoại | động viên | ghi nhận | gia hạn | giải ngân | giải phóng | giải trình | góp ý | tham góp | hạn chế | hiện đại hóa | hợp tác | hủy bỏ
  kê khai | kế thừa | khai báo | khám | khoanh vùng | khôi phục | khởi tố | kích hoạt | kiểm đếm | kiểm kê | kiểm soát | ký kết | làm rõ | làm tốt | lan tỏa | lắp đặt | lấy ý kiến | liên hệ | liên kết | loại bỏ | lưu ý
  nâng cấp | ngăn ngừa | nghiệm thu | nhân rộng | niêm yết | phân bổ | phân cấp | phân loại | phân luồng | phân tích | phấn đấu | phản biện | phổ cập | phục hồi | phủ sóng | quảng bá | quyết toán | sao lưu | sáp nhập | sàng lọc
  sắp xếp | siết chặt | sửa chữa | tạm dừng | tạo lập | tận thu | tập hợp | thanh toán | thay thế | thẩm duyệt | thí điểm | thiết kế | thu gom | thu hồi | thử nghiệm | tìm kiếm | tính toán | tiếp thu | tiêu hủy | tôn vinh | tôn tạo
  trao đổi | trao tặng | tránh | triệt phá | trưng bày | truy quét | truyền thông | trực ban | trực gác | tuyển chọn | tuyển dụng | tuyên dương | vệ sinh | vinh danh | xác minh | xác nhận | xác lập | xét duyệt | xóa bỏ | xử phạt
  treo | chọn | chọn cử | phát | đăng cai | đăng | dừng | hoãn | huấn luyện | luyện tập | trang bị | tích trữ | tôn trọng | trả lời | xuống | vào cuộc | quyết tâm | nỗ lực | tháo gỡ | khơi thông | nạo vét | gia cố
  bồi thường | kiểm định | cấp phát | nhắn tin | truyền tải | biểu diễn | dàn dựng | tạm ứng | điều chuyển | giám định | chuyển đổi | học tập | chung tay | hưởng ứng | tự giác | tiên phong | gương mẫu | nêu cao
  thể hiện | khuyến cáo | nhắc nhở | kiểm điểm | đối ứng | luân phiên | khai thông | thu thuế | trồng | gieo trồng | tiêm phòng | phun | cứu trợ | cứu hộ | cảnh giới | cắm | sắm | lắng nghe | tiếp xúc | đi kiểm tra
  quy định | bám sát | hòa giải | tham vấn | cắt giảm | đơn giản hóa | vận dụng | thu hút | hình thành | áp dụng | bãi bỏ | chuyển | nhận | tăng | giảm | ủng hộ | tham dự | dự | như | nghiên cứu,
`);

/** Words that show the subject is charged with something. */
export const charges = listed(`
  có trách nhiệm | chịu trách nhiệm | chủ trì | có nhiệm vụ | phải | làm đầu mối | là đầu mối | là cơ quan đầu mối | là cơ quan thường trực
  là cơ quan chủ trì | là đơn vị đầu mối | là đơn vị chủ trì | là đơn vị thường trực | là cơ quan tham mưu | làm cơ quan thường trực | làm nhiệm vụ
`);

/** After a subject these do not give it work. */
export const idle = listed(`
  ghi nhận | biểu dương | đánh giá cao | hoan nghênh | đồng ý | nhất trí | thống nhất chủ trương | thống nhất thông qua | cơ bản thống nhất
  là | đã | đang | chưa | không | được | bị | ở | này | nêu | trong | về | tại | khi | với | cùng | từ | do | bằng | mà | thì | cho | đến | đối với | để | nhằm | như | hoạt động | vào | nói | quy định
`);
