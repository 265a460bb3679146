using System.Text.Json;
using FitServerless.Bench.Api;
using FitServerless.Bench.Chat;
using FitServerless.Chat;
using FitServerless.Chat.Operations;
using Microsoft.Extensions.Logging.Abstractions;

namespace FitServerless.Bench.Budgets;

/// <summary>What a message costs beside its entity, and that the entity does not grow.</summary>
internal sealed class ChatBudget(ApiClient api, TransactionCounter counter, CancellationToken cancellationToken)
{
    private const int Counted = 20;
    private const int Messages = 100_000;

    /// <summary>Two members, their marks, an ETag. Growth would be 100,000 times something.</summary>
    private const int StateBytes = 1024;

    public async Task<IReadOnlyList<BudgetLine>> MeasureAsync() =>
    [
        new("post a chat message, beside its entity", "transactions", await TransactionsAsync(), 1),
        new("a room's state after 100,000 messages", "bytes", await StateBytesAsync(), StateBytes),
    ];

    /// <summary>Reading what was posted is not counted, nor the first message, for which the entity reads the room.</summary>
    private async Task<double> TransactionsAsync()
    {
        var riders = await Rider.RegisterAsync(api, 2, cancellationToken);
        var room = await ChatRoom.CreateAsync(api, riders[0], riders[1], cancellationToken);
        await PostAsync(room, 0);
        var transactions = 0;
        for (var i = 1; i <= Counted; i++)
            transactions += await PostAsync(room, i);
        return (double)transactions / Counted;
    }

    private async Task<int> PostAsync(ChatRoom room, int number)
    {
        var before = counter.Count;
        await api.SendAsync(room.Post(number), cancellationToken);
        var reads = 0;
        var isThere = false;
        while (!isThere)
        {
            await Task.Delay(10, cancellationToken);
            reads++;
            await api.SendAsync(room.LastMessage(number) with { Then = answer => isThere = answer.Length > 2 }, cancellationToken);
        }

        return counter.Count - before - reads;
    }

    private static async Task<double> StateBytesAsync()
    {
        var (ada, bo) = (Guid.CreateVersion7().ToString(), Guid.CreateVersion7().ToString());
        var room = new Room { Id = $"trainer_{ada}_client_{bo}", CreatorId = ada, TrainerId = ada, Members = [new(ada, "Ada"), new(bo, "Bo")] };
        var store = new ForgetfulRoomStore(room);
        var operations = new RoomOperations(
            new RoomWriter(store, [], TimeProvider.System), store, TimeProvider.System, NullLogger<RoomOperations>.Instance);
        StoredRoom? state = null;
        for (var i = 1; i <= Messages; i++)
        {
            state = await RunAsync(new PostMessage(ada, "Ada", $"{i}", "See you at seven, by the bridge?"));
            if (i % 10 == 0)
                state = await RunAsync(new MarkRead(bo, i));
        }

        return JsonSerializer.SerializeToUtf8Bytes(state).Length;

        async Task<StoredRoom?> RunAsync(RoomOperation operation) =>
            ((RoomOutcome.Done)await operations.RunAsync(room.Id, state, operation, CancellationToken.None)).Room;
    }
}
