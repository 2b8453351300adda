"""The groups of Channels 1: one for each topic, one for each person in it, and two for what is said."""
from __future__ import unicode_literals

from channels import Group


def group(topic, who=None):
    """The sockets of a topic, or those of one person there."""
    return Group("topic-%s" % topic if who is None else "topic-%s-%s" % (topic, who))


def speakers(topic, who, language):
    """The sockets of one person in a topic that speak a language."""
    return Group("topic-%s-%s-%s" % (topic, who, language))


def audience(topic, screen):
    """The screens of a topic, or all its other sockets: what is told of a moment differs."""
    return Group("%s-%s" % ("screens" if screen else "people", topic))
