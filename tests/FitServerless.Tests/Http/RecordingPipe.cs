using System.IO.Pipelines;
using System.Text;

namespace FitServerless.Tests.Http;

/// <summary>What is written at one end can be read at the other, and is kept.</summary>
internal sealed class RecordingPipe
{
    private readonly Pipe _pipe = new();
    private readonly StringBuilder _written = new();
    private TaskCompletionSource _more = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public RecordingPipe()
    {
        Input = new Recorder(this);
        Output = _pipe.Reader.AsStream();
    }

    public Stream Input { get; }

    public Stream Output { get; }

    public async Task WrittenAsync(Func<string, bool> enough)
    {
        while (true)
        {
            Task more;
            lock (_written)
            {
                if (enough(_written.ToString()))
                    return;
                more = _more.Task;
            }

            await more;
        }
    }

    private async ValueTask WriteAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancellationToken)
    {
        await _pipe.Writer.WriteAsync(bytes, cancellationToken);
        lock (_written)
        {
            _written.Append(Encoding.UTF8.GetString(bytes.Span));
            _more.SetResult();
            _more = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        }
    }

    private sealed class Recorder(RecordingPipe pipe) : Stream
    {
        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default) =>
            pipe.WriteAsync(buffer, cancellationToken);

        public override Task FlushAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public override void Flush()
        {
        }

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
