"""What every list of the desk carries beside Django's own."""

from newsroom import places


class ListTools:
    """A ModelAdmin whose list shows the tools that apps put into the place of that name."""

    def changelist_view(self, request, extra_context=None):
        tools = []
        if request.method == "GET" and "_popup" not in request.GET and self.has_view_permission(request):
            tools = [tool for tool in places.ask("list_tools", request, self) if tool]
        return super().changelist_view(request, {"list_tools": tools, **(extra_context or {})})
