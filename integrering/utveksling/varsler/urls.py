"""Addresses."""

from django.urls import URLPattern, path

from integrering.utveksling.varsler import views

urlpatterns: list[URLPattern] = [
    path("varsler/", views.varsler, name="varsler"),
    path("varsler/avmeld/<str:merke>/", views.avmeld, name="varsler_avmeld"),
]
