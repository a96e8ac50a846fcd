"""Addresses."""

from django.urls import path

from integrering.utveksling.vedlegg import views

urlpatterns = [path("vedlegg/<uuid:vedlegg_noekkel>/", views.vedlegg, name="vedlegg")]
