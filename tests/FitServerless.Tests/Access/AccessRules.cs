using System.Net;
using static FitServerless.Tests.Access.Actor;

namespace FitServerless.Tests.Access;

/// <summary>The rule of every HTTP function. One without a rule here fails the tests.</summary>
internal static class AccessRules
{
    private const string January = "from=2026-01-01T00:00:00Z&to=2026-02-01T00:00:00Z";

    public static readonly IReadOnlyDictionary<string, AccessRule> All = new Dictionary<string, AccessRule>
    {
        // Open to all, signed in or not.
        ["zRoot"] = Open(""),
        ["GetOpenApi"] = Open("openapi.json"),
        ["GetDocs"] = Open("docs"),
        ["GetDocsAsset"] = Open("docs/docs.js"),
        ["GetHealth"] = Open("health"),
        ["GetReadiness"] = Open("health/ready"),
        ["GetChatDemo"] = Open("chat-demo"),
        ["GetChatDemoAsset"] = Open("chat-demo/demo.js"),
        ["GetOutbox"] = Open("dev/outbox"),
        ["OpenFileLink"] = Open("{link}"),
        ["Register"] = Open("auth/register") with { Body = """{"email":"no address"}""", Expected = HttpStatusCode.BadRequest },
        ["Login"] = Open("auth/login") with { Body = "[]", Expected = HttpStatusCode.BadRequest },
        ["RefreshAccess"] = Open("auth/refresh") with { Body = """{"refreshToken":"none"}""", Expected = HttpStatusCode.Unauthorized },
        ["Logout"] = Open("auth/logout") with { Body = """{"refreshToken":"none"}""" },
        ["RequestMagicLink"] = Open("auth/magic-link") with { Body = """{"email":"no address"}""", Expected = HttpStatusCode.BadRequest },
        ["ShowMagicLink"] = Open("auth/verify?token=none"),
        ["UseMagicLink"] = Open("auth/verify") with { Body = """{"token":"none"}""", Expected = HttpStatusCode.Unauthorized },

        // The caller's own account: everybody signed in gets theirs.
        ["GetMe"] = Mine("auth/me"),
        ["UpdateMe"] = Mine("auth/me"),
        ["ListSignIns"] = Mine("auth/sessions"),
        ["EndSignIn"] = Own("auth/sessions/{session}"),
        ["EndOtherSignIns"] = Mine("auth/sessions"),
        ["ChangePassword"] = Mine("auth/password") with { Body = """{"current":"wrong horse","new":"correct horse battery"}""", Expected = HttpStatusCode.Forbidden },
        ["EnrollSecondFactor"] = Mine("auth/2fa/enroll"),
        ["ConfirmSecondFactor"] = Mine("auth/2fa/confirm") with { Body = """{"code":"abc"}""", Expected = HttpStatusCode.Forbidden },
        ["DisableSecondFactor"] = Mine("auth/2fa/disable") with { Body = """{"password":"wrong"}""", Expected = HttpStatusCode.Conflict },
        ["DeleteAccount"] = Mine("api/account") with { Body = """{"password":"wrong horse"}""", Expected = HttpStatusCode.Forbidden },
        ["ListAudit"] = Mine("api/account/audit"),
        ["ExportAccount"] = Mine("api/account/export"),
        ["PutAvatar"] = Mine("api/account/avatar") with { Body = "@picture" },
        ["GetAvatar"] = Mine("api/account/avatar"),
        ["DeleteAvatar"] = Mine("api/account/avatar"),

        // The caller's own things, with nobody else's id in the path.
        ["ListWorkouts"] = Mine("api/workouts"),
        ["CreateWorkout"] = Mine("api/workouts"),
        ["ExportWorkoutTable"] = Mine("api/workouts/export.csv"),
        ["ImportWorkouts"] = Mine("api/workouts/import?name=a.gpx") with { Body = "@ride" },
        ["SyncWorkouts"] = Mine("api/workouts/sync"),
        ["GetChangedWorkouts"] = Mine("api/workouts/changes"),
        ["GetStats"] = Mine("api/stats"),
        ["SyncDocuments"] = Mine("api/sync"),
        ["GetSyncDigest"] = Mine("api/sync/digest"),
        ["StreamSyncEvents"] = Mine("api/sync/events"),
        ["ListDocuments"] = Mine("api/documents/goals"),
        ["PutDocument"] = Mine("api/documents/goals/{document}"),
        ["SyncDevice"] = Mine("sync") with { Headers = [("X-Device-ID", "phone")] },
        ["PushRxdb"] = Mine("api/rxdb/goals/push"),
        ["PullRxdb"] = Mine("api/rxdb/goals/pull"),
        ["StreamRxdb"] = Mine("api/rxdb/goals/stream"),
        ["PullWatermelon"] = Mine("api/watermelon/sync?last_pulled_at=null"),
        ["PushWatermelon"] = Mine("api/watermelon/sync"),
        ["ListPlans"] = Mine("api/plans"),
        ["PutPlan"] = Mine("api/plans/{plan}"),
        ["ListSessions"] = Mine("api/sessions"),
        ["ListCards"] = Mine("api/cards"),
        ["PutCard"] = Mine("api/cards/{card}"),
        ["ListBriefings"] = Mine("api/briefings"),
        ["GetBriefing"] = Own("api/briefings/{briefing}"),
        ["ListNotifications"] = Mine("api/notifications"),
        ["StreamNotifications"] = Mine("api/notifications/events"),
        ["CountUnreadNotifications"] = Mine("api/notifications/unread"),
        ["ReadNotifications"] = Mine("api/notifications/read?upTo=0"),
        ["SuggestMeal"] = Mine("api/ai/suggest-meal"),
        ["SuggestWorkout"] = Mine("api/ai/suggest-workout"),
        ["AnalyzePhoto"] = Mine("api/ai/analyze-photo") with { Body = "@picture", Expected = HttpStatusCode.ServiceUnavailable },
        ["SearchExercises"] = Mine("api/exercises/semantic?q=squat"),
        ["ListStudies"] = Mine("api/research"),
        ["ReportEvent"] = Mine("event"),
        // Events are of the last days, so the example's time is long past.
        ["RecordEvents"] = Mine("api/events") with { Body = $$"""{"events":[{"id":"one","type":"workout.completed","at":"{{DateTime.UtcNow:O}}"}]}""" },
        ["GetEventSummary"] = Mine($"api/events/summary?{January}"),
        ["GetTrainerEventSummary"] = Mine($"api/trainer/events/summary?{January}"),
        ["StartConversation"] = Mine("api/coach/conversations"),
        ["ListConversations"] = Mine("api/coach/conversations"),
        ["CreateChatRoom"] = Mine("chat/rooms") with { Body = """{"members":[]}""", Expected = HttpStatusCode.BadRequest },
        ["ListChatRooms"] = Mine("chat/rooms"),
        ["UploadFile"] = Mine("api/files?name=notes.txt") with { Body = "@text" },
        ["ListFiles"] = Mine("api/files"),
        ["ListBackups"] = Mine("api/backups"),
        ["CreateBackup"] = Mine("api/backups"),
        ["PutBackup"] = Mine("api/backups/phone") with { Body = "@gzip" },
        ["GiveGrant"] = Mine("api/grants"),
        ["ListGrants"] = Mine("api/grants"),
        ["ListClients"] = Mine("api/clients"),
        ["CreateShare"] = Mine("api/shares"),
        ["ListShares"] = Mine("api/shares"),

        // A thing of the owner's, by its id: to all others it is not there.
        ["GetWorkout"] = Own("api/workouts/{workout}"),
        ["UpdateWorkout"] = Own("api/workouts/{workout}"),
        ["DeleteWorkout"] = Own("api/workouts/{workout}"),
        ["ExportWorkout"] = Own("api/workouts/{workout}/export/tcx"),
        ["GetWorkoutOriginal"] = Own("api/workouts/{imported}/original"),
        ["GetWorkoutHistory"] = Own("api/workouts/{workout}/history"),
        ["RestoreWorkout"] = Own("api/workouts/{edited}/history/1/restore"),
        ["GetDocument"] = Own("api/documents/goals/{document}"),
        ["DeleteDocument"] = Own("api/documents/goals/{document}"),
        ["GetDocumentHistory"] = Own("api/documents/goals/{document}/history"),
        ["RestoreDocument"] = Own("api/documents/goals/{document}/history/1/restore"),
        ["GetPlan"] = Own("api/plans/{plan}"),
        ["GetPlanAtRoot"] = Own("plans/{plan}"),
        ["GetCard"] = Own("api/cards/{card}"),
        ["ReviewCard"] = Own("api/cards/{card}/review"),
        ["ReadNotification"] = Own("api/notifications/{notification}/read"),
        ["GetConversation"] = Own("api/coach/conversations/{conversation}"),
        ["DeleteConversation"] = Own("api/coach/conversations/{conversation}"),
        ["SendCoachMessage"] = Own("api/coach/conversations/{conversation}/messages"),
        ["GetFile"] = Own("api/files/{file}"),
        ["DeleteFile"] = Own("api/files/{file}"),
        ["LinkFile"] = Own("api/files/{file}/link"),
        ["GetBackup"] = Own("backup/{backup}"),
        ["DeleteBackup"] = Own("api/backups/{backup}") with { Denied = HttpStatusCode.NoContent },
        ["RestoreBackup"] = Own("api/backups/{snapshot}/restore?mode=merge"),
        ["AppendToUpload"] = Own("api/uploads/{upload}") with { Body = "@gzip", Headers = [("Upload-Offset", "0"), ("Upload-Complete", "?0")] },
        ["FindUpload"] = Own("api/uploads/{upload}"),
        ["CancelUpload"] = Own("api/uploads/{upload}") with { Denied = HttpStatusCode.NoContent },
        ["RevokeGrant"] = Own("api/grants/{grant}"),

        // A room: who is in it.
        ["ListChatMessages"] = Of("chat/{room}/messages", Owner, Reader),
        ["PostChatMessage"] = Of("chat/{room}/messages", Owner, Reader),
        ["StreamChatEvents"] = Of("chat/{room}/events", Owner, Reader),
        ["ShowChatTyping"] = Of("chat/{room}/typing", Owner, Reader),
        ["MarkChatRead"] = Of("chat/{room}/read", Owner, Reader),
        ["SendChatSignal"] = Of("chat/{room}/signal", Owner, Reader),
        ["NegotiateChat"] = Of("chat/{room}/negotiate", Owner, Reader),
        ["AddChatMember"] = Own("chat/{solo}/members") with { Body = """{"userId":"nobody"}""", Expected = HttpStatusCode.BadRequest },
        ["RemoveChatMember"] = Own("chat/{solo}/members?userId={owner}"),

        // The owner's things, by a grant.
        ["ListClientWorkouts"] = Of("api/clients/{owner}/workouts", Reader, Writer),
        ["GetClientWorkout"] = Of("api/clients/{owner}/workouts/{workout}", Reader, Writer),
        ["GetClientStats"] = Of("api/clients/{owner}/stats", Reader, Writer),
        ["GetClientEventSummary"] = Of($"api/clients/{{owner}}/events/summary?{January}", Reader, Writer),
        ["ListClientDocuments"] = Of("api/clients/{owner}/documents/goals", Reader, Writer),
        ["GetClientDocument"] = Of("api/clients/{owner}/documents/goals/{document}", Reader, Writer),
        ["PutClientDocument"] = Of("api/clients/{owner}/documents/plans/{plan}", Writer),
        ["LeaveClient"] = Of("api/clients/{client}", Reader),

        // A single thing of the owner's, by a share; who gave it or got it ends it.
        ["GetShared"] = Of("api/shared/{share}", Reader),
        ["PutShared"] = Of("api/shared/{editable}", Writer),
        ["DeleteShare"] = Of("api/shares/{share}", Owner, Reader),

        // For admins; it is no secret that there are some.
        ["GiveRole"] = ForAdmins("api/accounts/{client}/roles/trainer"),
        ["TakeRole"] = ForAdmins("api/accounts/{client}/roles/trainer"),
        ["ListUsers"] = ForAdmins("api/admin/users"),
        ["SuspendUser"] = ForAdmins("api/admin/users/{client}/suspension"),
        ["RestoreUser"] = ForAdmins("api/admin/users/{client}/suspension"),
        ["GetConfiguration"] = ForAdmins("api/admin/configuration"),
        ["SetConfiguration"] = ForAdmins("api/admin/configuration"),
        ["ListCleanups"] = ForAdmins("api/admin/cleanups"),
        ["GetAllEventSummary"] = ForAdmins($"api/admin/events/summary?type=workout.completed&{January}"),
    };

    private static AccessRule Open(string path) => new(path, Enum.GetValues<Actor>());

    private static AccessRule Mine(string path) => new(path, [Owner, Stranger, Reader, Writer, Admin]) { IsEachTheirOwn = true };

    private static AccessRule Own(string path) => new(path, [Owner]);

    private static AccessRule ForAdmins(string path) => new(path, [Admin]) { Denied = HttpStatusCode.Forbidden };

    private static AccessRule Of(string path, params Actor[] allowed) => new(path, allowed);
}
