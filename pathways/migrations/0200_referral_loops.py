from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("pathways", "0190_urgent_need")]
    operations = []
