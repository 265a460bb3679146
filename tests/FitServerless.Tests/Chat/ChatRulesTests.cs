using System.Text.Json;
using FitServerless.Chat;
using FitServerless.Chat.Moderation;
using FitServerless.Chat.Operations;
using FitServerless.Tests.Sync;
using Microsoft.Extensions.Options;

namespace FitServerless.Tests.Chat;

/// <summary>What a member may send.</summary>
public sealed class ChatRulesTests
{
    private readonly FakeClock _clock = new();
    private readonly ChatAdmission _admission;

    public ChatRulesTests()
    {
        var store = new MemoryRoomStore();
        Assert.NotNull(RoomWorld.CreateAsync(store).Result);
        var options = Options.Create(new ChatOptions { MessagesPerMinute = 3, NoticesPerMinute = 3 });
        _admission = new ChatAdmission(new RoomAccess(store, new RoomCache(options, _clock)), new PlainTextModeration(), options, _clock);
    }

    [Fact]
    public async Task A_message_is_admitted_under_the_senders_name_in_the_room()
    {
        var post = Assert.IsType<PostMessage>(Assert.IsType<Admission.Admitted>(await PostAsync("Hello", "a")).Operation);

        Assert.Equal(new PostMessage(Rooms.Ada, "Ada", "a", "Hello"), post);
    }

    [Theory]
    [InlineData("a", "key", "a")]
    [InlineData(null, "key", "key")]
    public async Task A_message_has_the_senders_id_or_that_of_the_request(string? id, string? key, string expected)
    {
        var admitted = Assert.IsType<Admission.Admitted>(await _admission.PostAsync(RoomWorld.RoomId, Rooms.Ada, new("Hello") { Id = id }, key, default));

        Assert.Equal(expected, Assert.IsType<PostMessage>(admitted.Operation).Id);
    }

    [Fact]
    public async Task Four_thousand_emoji_are_a_message_and_one_more_are_none()
    {
        Assert.IsType<Admission.Admitted>(await PostAsync(Emoji(4000)));
        Assert.Equal("content", Assert.IsType<Admission.Invalid>(await PostAsync(Emoji(4001))).Member);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n\t")]
    [InlineData("a\0b")]
    [InlineData("a\u001bb")]
    [InlineData("a\u0085b")]
    public async Task Blanks_and_control_characters_are_refused(string content) => Assert.IsType<Admission.Refused>(await PostAsync(content));

    [Theory]
    [InlineData("Grüße, 한강 🚴‍♀️\r\n\tindented")]
    [InlineData("<script>alert(1)</script>")]
    public async Task Any_readable_text_passes_as_it_is(string content) => Assert.IsType<Admission.Admitted>(await PostAsync(content));

    [Theory]
    [InlineData("a/b")]
    [InlineData("'")]
    [InlineData("")]
    public async Task An_id_that_no_key_can_hold_is_refused(string id) =>
        Assert.Equal("id", Assert.IsType<Admission.Invalid>(await PostAsync("Hello", id)).Member);

    [Fact]
    public async Task Nobody_outside_the_room_is_admitted_whatever_they_send()
    {
        Assert.IsType<Admission.NotFound>(await _admission.PostAsync(RoomWorld.RoomId, Rooms.Cy, new(null), null, default));
        Assert.IsType<Admission.NotFound>(await _admission.PostAsync("room_2", Rooms.Ada, new("Hello"), null, default));
        Assert.IsType<Admission.NotFound>(await _admission.PostAsync("'", Rooms.Ada, new("Hello"), null, default));
        Assert.IsType<Admission.NotFound>(await _admission.TypeAsync(RoomWorld.RoomId, Rooms.Cy, true, default));
        Assert.IsType<Admission.NotFound>(await _admission.ReadAsync(RoomWorld.RoomId, Rooms.Cy, 1, default));
        Assert.IsType<Admission.NotFound>(await _admission.SignalAsync(RoomWorld.RoomId, Rooms.Cy, null, Json("{}"), default));
    }

    [Fact]
    public async Task A_signal_is_for_members_and_no_longer_than_an_offer()
    {
        Assert.IsType<Admission.Admitted>(await _admission.SignalAsync(RoomWorld.RoomId, Rooms.Ada, Rooms.Bo, Json("[1]"), default));
        Assert.IsType<Admission.Invalid>(await _admission.SignalAsync(RoomWorld.RoomId, Rooms.Ada, Rooms.Cy, Json("{}"), default));
        Assert.IsType<Admission.Invalid>(await _admission.SignalAsync(RoomWorld.RoomId, Rooms.Ada, null, default, default));
        Assert.IsType<Admission.Invalid>(await _admission.SignalAsync(RoomWorld.RoomId, Rooms.Ada, null, Json($"\"{new string('x', 16_000)}\""), default));
    }

    [Fact]
    public async Task Who_sends_too_fast_is_told_how_long_to_wait_and_then_heard()
    {
        for (var i = 0; i < 3; i++)
            Assert.IsType<Admission.Admitted>(await PostAsync("Hello"));
        Assert.Equal(20, Assert.IsType<Admission.TooFast>(await PostAsync("Hello")).Standing.ResetSeconds);
        Assert.IsType<Admission.Admitted>(await _admission.PostAsync(RoomWorld.RoomId, Rooms.Bo, new("Hello"), null, default));
        Assert.IsType<Admission.Admitted>(await _admission.TypeAsync(RoomWorld.RoomId, Rooms.Ada, true, default));

        _clock.Now += TimeSpan.FromSeconds(20);

        Assert.IsType<Admission.Admitted>(await PostAsync("Hello"));
        Assert.IsType<Admission.TooFast>(await PostAsync("Hello"));
    }

    private static string Emoji(int count) => string.Concat(Enumerable.Repeat("🚴", count));

    private static JsonElement Json(string json) => JsonDocument.Parse(json).RootElement;

    private Task<Admission> PostAsync(string content, string? id = null) =>
        _admission.PostAsync(RoomWorld.RoomId, Rooms.Ada, new(content) { Id = id }, null, default);
}
