using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Threading.Channels;
using FitServerless.Coach.Conversations;

namespace FitServerless.Functions.Coach;

/// <summary>
/// A reply as events: <c>text</c> for each sentence, then <c>turn</c> with the whole as it is kept, or <c>gone</c> when the conversation was
/// deleted meanwhile. A stream that ends without one of the two has kept nothing: the message is sent again under its id.
/// </summary>
internal static class ReplyEvents
{
    public static async IAsyncEnumerable<SseItem<ReadOnlyMemory<byte>>> Of(
        Func<Func<string, CancellationToken, ValueTask>, CancellationToken, Task<Turn?>> write,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        var sentences = Channel.CreateUnbounded<string>();
        var writing = WriteAsync();
        await foreach (var sentence in sentences.Reader.ReadAllAsync(cancellationToken))
            yield return Item("text", JsonSerializer.SerializeToUtf8Bytes(new ReplyText(sentence), ConversationContracts.Default.ReplyText));
        yield return await writing is { } turn
            ? Item("turn", JsonSerializer.SerializeToUtf8Bytes(turn, ConversationContracts.Default.Turn))
            : Item("gone", "{}"u8.ToArray());

        async Task<Turn?> WriteAsync()
        {
            try
            {
                return await write(sentences.Writer.WriteAsync, cancellationToken);
            }
            finally
            {
                sentences.Writer.Complete();
            }
        }
    }

    /// <summary>A reply that was given before.</summary>
    public static async Task<Turn?> RepeatAsync(Turn turn, Func<string, CancellationToken, ValueTask> tell, CancellationToken cancellationToken)
    {
        await tell(turn.Reply, cancellationToken);
        return turn;
    }

    private static SseItem<ReadOnlyMemory<byte>> Item(string type, byte[] json) => new(json, type);
}
