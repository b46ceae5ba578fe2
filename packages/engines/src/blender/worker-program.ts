// The Python loop that runs one program after another in one Blender: jobs come as lines of JSON, and so do answers.

/** What an answer's line starts with: Blender itself prints much else. */
export const ANSWER = '@@diorama ';

export const WORKER_PROGRAM = `import json
import sys
import traceback

sys.stdout.write('\\n${ANSWER}{"ready": true}\\n')
sys.stdout.flush()
for line in iter(sys.stdin.readline, ''):
    job = json.loads(line)
    answer = {'id': job['id']}
    try:
        sys.argv = [job['file'], '--', *job['arguments']]
        with open(job['file'], encoding='utf-8') as file:
            program = compile(file.read(), job['file'], 'exec')
        exec(program, {'__name__': '__main__', '__file__': job['file']})
    except SystemExit as stop:
        if stop.code not in (None, 0):
            answer['error'] = f'it stopped: {stop.code}'
    except BaseException:
        answer['error'] = traceback.format_exc()
    sys.stdout.flush()
    sys.stdout.write('\\n${ANSWER}' + json.dumps(answer) + '\\n')
    sys.stdout.flush()
`;
