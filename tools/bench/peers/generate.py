"""Compiles a Scenic program and generates one scene of it, as `scenic` does before it shows one."""
import sys

import scenic

scenario = scenic.scenarioFromFile(sys.argv[1])
scene, _ = scenario.generate()
print(len(scene.objects))
