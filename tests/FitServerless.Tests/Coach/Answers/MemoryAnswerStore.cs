using System.Collections.Concurrent;
using FitServerless.Coach.Answers;

namespace FitServerless.Tests.Coach.Answers;

internal sealed class MemoryAnswerStore : IAnswerStore
{
    private readonly ConcurrentDictionary<AnswerKey, (byte[] Bytes, DateTimeOffset Until)> _answers = new();

    public Task<byte[]?> FindAsync(AnswerKey key, DateTimeOffset now, CancellationToken cancellationToken) =>
        Task.FromResult(_answers.TryGetValue(key, out var answer) && answer.Until > now ? answer.Bytes : null);

    public Task KeepAsync(AnswerKey key, byte[] bytes, DateTimeOffset now, CancellationToken cancellationToken)
    {
        _answers[key] = (bytes, now + AnswerKeeper.Lifetime);
        return Task.CompletedTask;
    }
}
