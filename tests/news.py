"""Reports that the tests of the gate share: two sources dispute a toll."""

POST = (
    "---\nsource: Lirren Post\ndate: 2031-05-06\n---\n\n"
    "A fire in Lirren killed 26 people on Monday, the police said. Nobody knows yet how it began.\n\n"
    "The mayor thanked the crews who had come from as far as Osk, and promised new pumps.\n\n"
    "A ferry with 300 passengers ran late on Sunday because of fog on the river.\n"
)
HERALD = (
    "---\nsource: Osk Herald\ndate: 2031-05-06\n---\n\n"
    "Smoke hung over the port until noon.\n\n"
    "The hospital said that 41 people died in Lirren on Monday in the fire, most of them traders who slept beside "
    "their goods.\n\n"
    "Schools stay closed until Thursday.\n"
)
NEWS = {"post.md": POST, "herald.md": HERALD}
AGREEING = (
    "---\nsource: Coast Radio\ndate: 2031-05-06\n---\n\n"
    "Listeners rang in all night. In Lirren 26 people lost their lives on Monday when the fire spread, "
    "according to the police.\n"
)
FURTHER = (
    "---\nsource: Coast Radio\ndate: 2031-05-06\n---\n\n"
    "Listeners rang in all night. The fire brigade says that in Lirren 58 people lost their lives on Monday "
    "when the fire spread.\n"
)
ELSEWHERE = (
    "---\nsource: Lirren Post\ndate: 2031-05-09\n---\n\n"
    "Football: 4,200 spectators saw the match in Osk on Thursday, the club said.\n"
)
