"""The five roles and the groups that stand for them; fixtures/groups.json holds their permissions."""

ROLES = {
    "reporter": "Phóng viên",
    "editor": "Biên tập viên",
    "managing_editor": "Thư ký tòa soạn",
    "registry_editor": "Biên tập viên thi đua",
    "administrator": "Quản trị",
}
