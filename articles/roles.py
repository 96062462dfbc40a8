"""The five roles of the newsroom and the groups that carry their permissions.

What a group may do stands in fixtures/groups.json; `manage.py loaddata groups` brings it in.
"""

ROLES = {
    "reporter": "Phóng viên",
    "editor": "Biên tập viên",
    "managing_editor": "Thư ký tòa soạn",
    "registry_editor": "Biên tập viên thi đua",
    "administrator": "Quản trị",
}
