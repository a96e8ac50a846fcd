"""Health and jobs."""

from django.urls import path

from integrering.grunnmur import views

urlpatterns = [
    path("helse/", views.helse, name="helse"),
    path("helse/klar/", views.klar, name="helse_klar"),
    path("jobber/<uuid:jobb_id>/", views.vis_jobb, name="jobb"),
    path("jobber/<uuid:jobb_id>/avbryt/", views.avbryt, name="jobb_avbryt"),
]
