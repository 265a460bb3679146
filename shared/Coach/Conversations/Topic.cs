namespace FitServerless.Coach.Conversations;

/// <summary>What a message is about, as far as the rules can tell.</summary>
internal enum Topic
{
    Other,
    Pain,
    Tired,
    Food,
    Progress,
    Motivation,
    WhatNext,
}
