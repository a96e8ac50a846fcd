"""Addresses."""

from django.urls import path

from integrering.utveksling.vedlegg import views

urlpatterns = [
    path("vedlegg/<uuid:vedlegg_noekkel>/", views.vedlegg, name="vedlegg"),
    path("vedlegg/<uuid:vedlegg_noekkel>/versjoner/", views.versjoner, name="vedlegg_versjoner"),
]
