using FitServerless.Chat;
using FitServerless.Chat.Operations;
using FitServerless.Functions.Notifications;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Functions.Chat;

/// <summary>
/// One entity a room: whatever is sent to the room passes here, one thing at a time, and so in one order for all. Its state is a copy of the
/// room's head row; the history is not in it, and what is lost with it is read again.
/// </summary>
public sealed class ChatRoom(RoomOperations rooms, TimeProvider clock) : TaskEntity<StoredRoom?>
{
    public static EntityInstanceId IdOf(string roomId) => new(nameof(ChatRoom), roomId);

    [Function(nameof(ChatRoom))]
    public static Task DispatchAsync([EntityTrigger] TaskEntityDispatcher dispatcher) => dispatcher.DispatchAsync<ChatRoom>();

    public Task PostMessage(PostMessage operation) => RunAsync(operation);

    public Task SendSignal(SendSignal operation) => RunAsync(operation);

    public Task ShowTyping(ShowTyping operation) => RunAsync(operation);

    public Task MarkRead(MarkRead operation) => RunAsync(operation);

    public Task Connect(Connect operation) => RunAsync(operation);

    protected override StoredRoom? InitializeState(TaskEntityOperation entityOperation) => null;

    private async Task RunAsync(RoomOperation operation)
    {
        switch (await rooms.RunAsync(Context.Id.Key, State, operation, CancellationToken.None))
        {
            case RoomOutcome.Done done:
                State = done.Room;
                foreach (var (userId, notification) in done.Notices)
                    Context.SignalEntity(NotificationHub.Of(userId), nameof(NotificationHub.Push), notification);
                break;
            case RoomOutcome.Later later:
                Context.SignalEntity(
                    Context.Id,
                    operation.GetType().Name,
                    operation with { Deferrals = operation.Deferrals + 1 },
                    new SignalEntityOptions { SignalTime = clock.GetUtcNow() + later.Delay });
                break;
        }
    }
}
