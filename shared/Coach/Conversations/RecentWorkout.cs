namespace FitServerless.Coach.Conversations;

/// <param name="DaysAgo">By the person's own days; 0 for today.</param>
internal sealed record RecentWorkout(string Title, string Sport, int DaysAgo, int? Minutes);
