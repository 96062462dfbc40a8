from django.urls import path

from awards.views import alphabetical, campaigns, events, forms, organisations, people, roll

app_name = "awards"
urlpatterns = [
    path("phong-trao/", campaigns.campaigns, name="campaigns"),
    path("phong-trao/<slug:slug>/", campaigns.campaign, name="campaign"),
    path("phong-trao/<slug:slug>/<feed:form>", campaigns.campaign_feed, name="campaign_feed"),
    path("su-kien/<slug:slug>/", events.event, name="event"),
    path("vinh-danh/", roll.roll, name="roll"),
    path("vinh-danh/ban-in/", roll.roll_printed, name="roll_printed"),
    path("vinh-danh.csv", roll.roll_csv, name="roll_csv"),
    path("vinh-danh.json", roll.roll_json, name="roll_json"),
    path("hinh-thuc/<slug:slug>/", forms.form, name="form"),
    path("don-vi/", alphabetical.organisations, name="organisations"),
    path("don-vi/<slug:slug>/", organisations.organisation, name="organisation"),
    path("ca-nhan/", alphabetical.people, name="people"),
    path("ca-nhan/<slug:slug>/", people.person, name="person"),
]
