import type { Category } from '#domain/words/categories.ts'

/**
 * What sample cases are about: invented, a few of each subject. `told` and `wanted` may contain {number}, {month}, {yuan}
 * and {place}, which are drawn; `promised` is what an agreement about it says.
 */
export interface SampleMatter {
  subject: string
  told: readonly string[]
  wanted: string
  other: string
  promised: string
}

export interface SampleSubject {
  category: Category
  /** How often it is drawn. */
  weight: number
  matters: readonly SampleMatter[]
}

const matter = (
  subject: string,
  told: readonly string[],
  wanted: string,
  other: string,
  promised: string,
): SampleMatter => ({ subject, told, wanted, other, promised })

export const sampleSubjects: readonly SampleSubject[] = [
  {
    category: 'neighbour',
    weight: 18,
    matters: [
      matter(
        '屋檐滴水',
        [
          '隔壁翻修屋顶以后，檐口伸到我家院墙上面，一下雨水就灌到墙脚，{month}月以来潮了{number}回。',
          '下雨天隔壁的檐水直往我家灶间淌，说过{number}次，都说等一等。',
        ],
        '装一条水槽，把墙脚修好。',
        '隔壁一家',
        '在檐口装好水槽，并把墙脚抹平',
      ),
      matter(
        '过道堆放杂物',
        ['两家共用的过道堆了砖和木料，车子推不进来，已经{number}个星期了。'],
        '把东西搬走，过道留出来。',
        '对门一家',
        '把过道里的砖和木料搬走，以后不再堆放',
      ),
      matter(
        '夜里声音大',
        ['楼上每天夜里{number}点以后还在搬动桌椅、放音响，老人睡不着。'],
        '夜里十点以后声音小一点。',
        '楼上住户',
        '夜里十点以后不放音响，桌脚贴上软垫',
      ),
      matter(
        '树枝遮光',
        ['隔壁的两棵树长到我家窗前，{month}月起白天屋里也要开灯。'],
        '把伸过来的枝子修掉。',
        '后面一家',
        '每年春天修一次伸过来的树枝',
      ),
    ],
  },
  {
    category: 'family',
    weight: 9,
    matters: [
      matter(
        '看孩子的时间',
        ['分开以后说好每个月看孩子{number}次，从{month}月起一次也没有看成。'],
        '定好哪天看、在哪里接。',
        '孩子的另一方家长',
        '每个月第一、第三个周六上午在{place}接孩子，傍晚送回',
      ),
      matter(
        '家里开销怎么分',
        ['家里的水电和孩子学费都是我在出，{month}月到现在对方没有拿过钱。'],
        '说清以后各出多少。',
        '家里人',
        '每月拿出一份生活费，交给管家里开销的一方',
      ),
    ],
  },
  {
    category: 'inheritance',
    weight: 3,
    matters: [
      matter(
        '老屋里的东西怎么分',
        ['老人走了以后，屋里的存款和粮食怎么分，兄弟{number}个说不到一起。'],
        '坐下来分清楚。',
        '家里兄弟',
        '存款按人数平分，由保管存折的一方取出交给各人',
      ),
    ],
  },
  {
    category: 'elderly',
    weight: 4,
    matters: [
      matter(
        '轮流照看老人',
        ['老人八十多了，原来说好几家轮着照看，{month}月起没有人来接。'],
        '排好日子，一家一家轮。',
        '其他子女',
        '每家照看一个月，月底在{place}交接',
      ),
      matter(
        '每月的赡养费',
        ['答应每月给老人{yuan}元，已经{number}个月没有给了。'],
        '把欠的补上，以后按月给。',
        '家里的儿女',
        '每月十号前把赡养费交到老人手上',
      ),
    ],
  },
  {
    category: 'land',
    weight: 8,
    matters: [
      matter(
        '地界不清',
        ['两家的田埂年年往我这边挪，今年量下来少了{number}分地。'],
        '请人量清楚，立上界石。',
        '邻田的一家',
        '按量定的界线立好界石，各种各的',
      ),
      matter(
        '流转租金没有给',
        ['承包地流转出去，说好每亩{yuan}元，{month}月该给的租金没有给。'],
        '把租金结清。',
        '种植大户',
        '把这一年的租金付清',
      ),
    ],
  },
  {
    category: 'expropriation',
    weight: 3,
    matters: [
      matter(
        '补偿款算错',
        ['修路占了我家的菜地，登记的面积比量的少{number}分，{month}月去问过两次。'],
        '重新量一次，少算的补上。',
        '经办的单位',
        '重新丈量并补足差额',
      ),
    ],
  },
  {
    category: 'labour',
    weight: 9,
    matters: [
      matter(
        '工钱没有结清',
        [
          '在工地干了{number}个月，完工以后还差{yuan}元工钱，电话里只说再等等。',
          '厂里{month}月起只发一半工资，说订单少，算下来欠了{yuan}元。',
        ],
        '把欠的工钱结清。',
        '包工头',
        '把所欠工钱付清',
      ),
      matter(
        '辞退没有补偿',
        ['干了{number}年，{month}月说不用来了，什么补偿也没有说。'],
        '按规定给补偿。',
        '用工的厂',
        '支付经济补偿',
      ),
    ],
  },
  {
    category: 'debt',
    weight: 9,
    matters: [
      matter(
        '借的钱没有还',
        ['前年借出去{yuan}元，写了借条，说{month}月还，到现在只还了一点。'],
        '定一个还钱的日子。',
        '借钱的人',
        '归还借款',
      ),
      matter(
        '合伙的账没有算清',
        ['三个人合伙养鱼，散伙以后账没有算，我应得的{yuan}元没有给。'],
        '把账算清。',
        '合伙人',
        '按算清的账付清余款',
      ),
    ],
  },
  {
    category: 'injury',
    weight: 5,
    matters: [
      matter(
        '被狗咬伤',
        ['{month}月在{place}被没有拴的狗咬伤，打针花了{yuan}元，养狗的人只给了一半。'],
        '把医药费付了。',
        '养狗的人',
        '支付医药费，以后出门拴绳',
      ),
      matter(
        '帮工摔伤',
        ['帮人盖房摔了一跤，歇了{number}个月，误工的钱没有说法。'],
        '赔医药费和误工费。',
        '请工的人家',
        '支付医药费和误工费',
      ),
    ],
  },
  {
    category: 'traffic',
    weight: 4,
    matters: [
      matter(
        '电动车刮碰赔偿',
        ['{month}月在路口被电动车碰倒，修车和看病一共{yuan}元，责任定了，钱没有给。'],
        '按定的责任赔。',
        '骑车的人',
        '支付修车费和医药费',
      ),
    ],
  },
  {
    category: 'medical',
    weight: 2,
    matters: [
      matter(
        '看病的费用有争议',
        ['{month}月做了一次治疗，效果和说的不一样，花了{yuan}元，想弄清楚。'],
        '说明情况，该退的退。',
        '医院',
        '退还一部分治疗费',
      ),
    ],
  },
  {
    category: 'consumer',
    weight: 5,
    matters: [
      matter(
        '预付卡退不了',
        ['{month}月办了一张{yuan}元的卡，用了{number}次店就搬走了。'],
        '把剩下的钱退了。',
        '开店的人',
        '退还卡里剩下的钱',
      ),
      matter(
        '种子不出苗',
        ['买的稻种有一半不出苗，误了{number}亩田。'],
        '赔种子钱和误工。',
        '卖种子的店',
        '赔偿种子款',
      ),
    ],
  },
  {
    category: 'property',
    weight: 6,
    matters: [
      matter(
        '电梯总坏',
        ['小区电梯{month}月起坏了{number}次，物业说没有钱修。'],
        '修好，把费用说清楚。',
        '物业公司',
        '修好电梯，并张贴每月的维护记录',
      ),
      matter(
        '车位被占',
        ['租的车位老是被别人停，物业不管，一个月{number}次。'],
        '管起来，或者退租金。',
        '物业公司',
        '装好地锁，并退还两个月的租金',
      ),
    ],
  },
  {
    category: 'housing',
    weight: 4,
    matters: [
      matter(
        '押金没有退',
        ['房子{month}月就退了，{yuan}元押金一直不给，说墙面要粉刷。'],
        '退押金。',
        '房东',
        '退还押金',
      ),
    ],
  },
  {
    category: 'environment',
    weight: 3,
    matters: [
      matter(
        '养殖气味大',
        ['村口的猪场离住家不到{number}百米，天一热窗户都不敢开。'],
        '离远一点，或者把粪水处理好。',
        '猪场',
        '盖好粪池，每周清运一次',
      ),
    ],
  },
  {
    category: 'village-enterprise',
    weight: 2,
    matters: [
      matter(
        '放炮震裂墙',
        ['矿上放炮，{month}月起堂屋的墙裂了{number}道缝。'],
        '看一看墙，该修的修。',
        '矿上',
        '把裂缝修好，并提前一天告知放炮的时间',
      ),
    ],
  },
  {
    category: 'welfare',
    weight: 4,
    matters: [
      matter(
        '救助怎么申请',
        ['家里{month}月出了事，开销一下子大了，不知道能不能申请临时救助。'],
        '告诉我找谁、带什么。',
        '村里',
        '陪同办理申请手续',
      ),
    ],
  },
  {
    category: 'village-affairs',
    weight: 5,
    matters: [
      matter(
        '账目没有公开',
        ['集体山场的租金{month}月就收了，账一直没有贴出来，问了{number}回。'],
        '把账贴出来，说清楚怎么用的。',
        '村里',
        '在公开栏张贴账目，并开一次会说明',
      ),
      matter(
        '路灯坏了',
        ['{place}的路灯坏了{number}盏，晚上老人出门看不见。'],
        '尽快修好。',
        '村里',
        '修好路灯',
      ),
    ],
  },
  {
    category: 'safety',
    weight: 1,
    matters: [
      matter(
        '学校里孩子打闹',
        ['孩子{month}月在学校和同学推搡，眼镜摔坏了，两家说不拢。'],
        '坐下来说清楚，赔眼镜钱。',
        '同学的家长',
        '赔偿眼镜款，两个孩子互相道歉',
      ),
    ],
  },
  {
    category: 'other',
    weight: 4,
    matters: [
      matter(
        '集市摊位有争执',
        ['赶集的摊位原来是轮着来的，{month}月起有人占着不让。'],
        '排好次序。',
        '摆摊的人',
        '按排好的次序轮流摆摊',
      ),
    ],
  },
]

/** Places that stand in the stories. */
export const samplePlaces = ['村部门口', '老槐树下', '桥头', '晒场边', '小区东门', '文化广场'] as const
