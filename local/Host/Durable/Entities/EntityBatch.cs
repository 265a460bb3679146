using FitServerless.Local.Host.Durable.Messages;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Entities;

namespace FitServerless.Local.Host.Durable.Entities;

/// <summary>Operations run one after the other on one instance of an entity's class, each of them whole or not at all.</summary>
internal sealed partial class EntityBatch(
    EntityInstanceId id, string? state, IReadOnlyList<HubMessage> operations, DataConverter converter, MessageKeys keys, ILogger logger)
{
    private readonly EntityState _state = new(state, converter);
    private readonly EntityContext _context = new(id, converter, keys);
    private readonly List<HubMessage> _answers = [];
    private int _done;

    public string? State => _state.Serialized;

    public IEnumerable<HubMessage> Outgoing => _context.Sent.Concat(_answers);

    public async Task RunAsync(ITaskEntity entity)
    {
        foreach (var message in operations)
        {
            var operation = message.Event;
            try
            {
                var result = await entity.RunAsync(new EntityOperation(operation, _context, _state, converter));
                Answer(operation, new HubEvent(EventKind.TaskCompleted) { Data = converter.Serialize(result) });
                _state.Commit();
                _context.Commit();
            }
            catch (Exception exception)
            {
                LogFailed(exception, operation.Name!, id);
                _state.Rollback();
                _context.Rollback();
                Answer(operation, new HubEvent(EventKind.TaskFailed) { Failure = TaskFailureDetails.FromException(exception) });
            }

            _done++;
        }
    }

    /// <summary>The function itself failed, before or between the operations: those not run fail with it, as on the real host.</summary>
    public void FailRest(TaskFailureDetails failure)
    {
        foreach (var message in operations.Skip(_done))
            Answer(message.Event, new HubEvent(EventKind.TaskFailed) { Failure = failure });
        _done = operations.Count;
    }

    private void Answer(HubEvent operation, HubEvent answer)
    {
        if (operation.ReplyTo is { } caller)
            _answers.Add(new(caller.Instance, keys.Next(), answer with { TaskId = caller.TaskId, Execution = caller.Execution }));
    }

    [LoggerMessage(LogLevel.Error, "The operation {Operation} of {Entity} failed; what it did to the state and what it sent is undone")]
    private partial void LogFailed(Exception exception, string operation, EntityInstanceId entity);
}
