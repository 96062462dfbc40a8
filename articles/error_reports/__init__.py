"""“Báo lỗi”: a reader tells the desk what is wrong on a page, without an account."""
