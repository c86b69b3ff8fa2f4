"""Runs the jobs of a GitHub workflow with a matrix one after the other, as far as
docs/fleet.md uses the format: matrix.py WORKFLOW.yaml PORT

PORT takes the place of 8001. Prints how each job ended."""

import subprocess
import sys

import yaml


def main(path, port):
    with open(path, encoding="utf-8") as file:
        workflow = yaml.safe_load(file.read().replace("8001", port))
    job = workflow["jobs"]["scan"]
    for driver in job["strategy"]["matrix"]["driver"]:
        code = 0
        for step in job["steps"]:
            if "run" in step and code == 0:
                command = step["run"].replace("${{ matrix.driver }}", driver)
                code = subprocess.run(["bash", "-e", "-c", command], stdout=sys.stderr,
                                      check=False).returncode
        print(f"{driver}: job ended with {code}", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
