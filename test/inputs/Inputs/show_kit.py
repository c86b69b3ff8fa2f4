"""Prints the folders of a kit that a target gets, and what is told about them:
show_kit.py KIT MODEL FRAMEWORK WINDOWS"""

import sys

from kmdf_scan import wdk
from kmdf_scan.inputs.model import Target

kit, model, framework, windows = sys.argv[1:]
target = Target(model, model == "umdf2", tuple(map(int, framework.split("."))), kit=windows)
choice = wdk.open_kit(kit).choose(target)
for folder in choice.folders:
    print(folder.rpartition("/include/")[2])
for remark in choice.remarks:
    print("remark:", remark)
