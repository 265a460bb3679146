using System.Text.Json;
using Azure;
using FitServerless.Chat;
using FitServerless.Chat.Operations;
using FitServerless.Tests.Sync.Simulation;

namespace FitServerless.Tests.Chat;

/// <summary>
/// Seeded histories of a room: operations come doubled and out of order, storage fails, answers are lost, the process dies between the batch
/// and the entity's state, the engine runs operations again on a state of before, and members come and go beside all that.
/// </summary>
public sealed class RoomHistoriesTests
{
    private const int Histories = 1_000;

    [Fact]
    public async Task In_every_history_each_message_is_there_once_and_the_order_has_no_gap()
    {
        for (var seed = 0; seed < Histories; seed++)
        {
            try
            {
                await new History(seed).RunAsync();
            }
            catch (Exception e)
            {
                throw new InvalidOperationException($"Seed {seed}.", e);
            }
        }
    }

    private sealed class History
    {
        private readonly Random _random;
        private readonly FaultyRoomStore _store = new(new MemoryRoomStore());
        private readonly RoomWorld _world;
        private readonly List<object> _queue = [];
        private readonly HashSet<SenderKey> _sent = [];
        private readonly List<string?> _states = [null];
        private int _rate;

        public History(int seed)
        {
            _random = new Random(seed);
            _world = new RoomWorld(_store);
        }

        public async Task RunAsync()
        {
            await RoomWorld.CreateAsync(_store);
            for (var i = _random.Next(1, 12); i > 0; i--)
                Send(RoomWorld.Post($"{_random.Next(8)}", _random.Next(2) == 0 ? Rooms.Ada : Rooms.Bo));
            for (var i = _random.Next(6); i > 0; i--)
                Send(Notice());
            _rate = _random.Next(30);
            _store.Fault = () => FailAtRate(new RequestFailedException(503, "Away"));
            _store.LostAnswer = () => FailAtRate(new RequestFailedException(500, "Lost"));
            while (_queue.Count > 0)
                await StepAsync();
            await CheckAsync();
        }

        private RoomOperation Notice() => _random.Next(4) switch
        {
            0 => new MarkRead(Rooms.Bo, _random.Next(1, 9)),
            1 => new SendSignal(Rooms.Ada, null, $"{_random.Next(3)}", "{}"),
            2 => new ShowTyping(new(Rooms.Bo, _world.Clock.Now.AddMilliseconds(_random.Next(9)), _random.Next(2) == 0)),
            _ => new Connect(new($"{_random.Next(3)}", Rooms.Bo, _world.Clock.Now.AddMinutes(4), _random.Next(2) == 0)),
        };

        private void Send(RoomOperation operation)
        {
            for (var copies = _random.Next(4) == 0 ? 2 : 1; copies > 0; copies--)
                _queue.Insert(_random.Next(_queue.Count + 1), operation);
            if (operation is PostMessage post)
                _sent.Add(new SenderKey(post.UserId, post.Id));
        }

        /// <summary>The engine takes the next operation; it is off the queue when its state is stored.</summary>
        private async Task StepAsync()
        {
            if (_random.Next(10) == 0)
                await ChangeMembersAsync();
            if (_random.Next(10) == 0)
                _world.Entity.Json = _states[_random.Next(_states.Count)];
            var operation = _queue[0];
            try
            {
                await _world.Entity.RunAsync(operation);
            }
            catch (ProcessDeathException)
            {
                _world.Entity.Json = _states[^1];
                return;
            }

            _queue.RemoveAt(0);
            _states.Add(_world.Entity.Json);
            _queue.AddRange(_world.Entity.Signals.Select(signal => signal.Input!));
            _world.Entity.Signals.Clear();
        }

        private async Task ChangeMembersAsync()
        {
            try
            {
                var cy = new RoomMember(Rooms.Cy, "Cy");
                await _world.Writer.WriteAsync(
                    RoomWorld.RoomId,
                    null,
                    room => (room.IsMember(Rooms.Cy)
                        ? Membership.Remove(room, Rooms.Ada, Rooms.Cy, _world.Clock.Now)
                        : Membership.Add(room, Rooms.Ada, cy, _world.Clock.Now)).Write,
                    default);
            }
            catch (Exception e) when (e is RequestFailedException or ProcessDeathException)
            {
                // The client is told, or not; either way the room is as before or as after.
            }
        }

        private void FailAtRate(Exception fault)
        {
            if (_random.Next(100) < _rate)
                throw _random.Next(3) == 0 ? new ProcessDeathException() : fault;
        }

        private async Task CheckAsync()
        {
            _store.Fault = _store.LostAnswer = null;
            var messages = await _world.MessagesAsync();
            var head = (await _store.FindAsync(RoomWorld.RoomId, default))!;
            Assert.Equal(Enumerable.Range(1, messages.Count), messages.Select(message => (int)message.Sequence));
            Assert.Equal(head.Room.LastSequence, messages.Count);
            var said = messages.Where(message => message.UserId != ChatMessage.System).Select(message => new SenderKey(message.UserId, message.Id)).ToList();
            Assert.Equal(said.Count, said.Distinct().Count());
            Assert.Equal(_sent.ToHashSet(), said.ToHashSet());
            _world.Entity.Json = null;
            await _world.RunAsync(new MarkRead(Rooms.Bo, 0));
            Assert.Equal(JsonSerializer.Serialize(head), _world.Entity.Json);
        }
    }
}
